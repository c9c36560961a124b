using PluginHost.Plugins;

namespace PluginHost.Native;

/// <summary>A symbol by which a well-known library tells its version.</summary>
/// <param name="Symbol">The name of the export.</param>
/// <param name="Shape">How it is read.</param>
/// <param name="Type">What kind of plug-in has it.</param>
/// <param name="Library">What the file names of that library start with.</param>
internal sealed record VersionExport(string Symbol, VersionShape Shape, PluginType Type, string Library)
{
    /// <summary>The exports that are known. Some libraries have two, for different releases.</summary>
    public static IReadOnlyList<VersionExport> Known { get; } =
    [
        new("zlibVersion", VersionShape.Function, PluginType.Compression, "libz."),
        new("ZSTD_versionString", VersionShape.Function, PluginType.Compression, "libzstd"),
        new("lzma_version_string", VersionShape.Function, PluginType.Compression, "liblzma"),
        new("LZ4_versionString", VersionShape.Function, PluginType.Compression, "liblz4"),
        new("BZ2_bzlibVersion", VersionShape.Function, PluginType.Compression, "libbz2"),
        new("sqlite3_libversion", VersionShape.Function, PluginType.Database, "libsqlite3"),
        new("OpenSSL_version", VersionShape.FunctionOfZero, PluginType.Cryptography, "libcrypto"),
        new("gcry_check_version", VersionShape.FunctionOfZero, PluginType.Cryptography, "libgcrypt"),
        new("gnutls_check_version", VersionShape.FunctionOfZero, PluginType.Cryptography, "libgnutls"),
        new("curl_version", VersionShape.Function, PluginType.Networking, "libcurl"),
        new("XML_ExpatVersion", VersionShape.Function, PluginType.Text, "libexpat"),
        new("xmlParserVersion", VersionShape.TextVariable, PluginType.Text, "libxml2"),
        new("png_get_libpng_ver", VersionShape.FunctionOfZero, PluginType.Graphics, "libpng"),
        new("cairo_version_string", VersionShape.Function, PluginType.Graphics, "libcairo"),
        new("gnu_get_libc_version", VersionShape.Function, PluginType.System, "libc."),
        new("cos", VersionShape.PresenceOnly, PluginType.Mathematics, "libm."),
    ];
}
