using System.Runtime.InteropServices;
using PluginHost.Plugins;

namespace PluginHost.Native;

/// <summary>Asks a loaded library who it is, by the exports of <see cref="VersionExport.Known"/>.</summary>
internal static class VersionProbe
{
    /// <summary>The kind of the library and the versions that it tells.</summary>
    /// <param name="handle">The library, which must stay loaded meanwhile.</param>
    /// <param name="path">Its file.</param>
    /// <param name="mapped">Where it is mapped; null when the system does not say.</param>
    /// <remarks>
    /// A loader finds a symbol in the libraries that a library depends on, too: <c>zlibVersion</c> is found in libxml2.
    /// So the address has to lie in the library itself; where that cannot be seen, the file name decides.
    /// </remarks>
    public static (PluginType Type, List<LibraryVersion> Versions) Probe(nint handle, string path, MappedFile? mapped)
    {
        var type = PluginType.Other;
        var versions = new List<LibraryVersion>();
        foreach (var known in VersionExport.Known)
        {
            if (!NativeLibrary.TryGetExport(handle, known.Symbol, out nint address)
                || !IsOwn(known, address, path, mapped))
            {
                continue;
            }

            type = type == PluginType.Other ? known.Type : type;
            if (Read(known.Shape, address) is { Length: > 0 } version)
            {
                versions.Add(new LibraryVersion(known.Symbol, version));
            }
        }

        return (type, versions);
    }

    private static bool IsOwn(VersionExport known, nint address, string path, MappedFile? mapped) =>
        mapped is not null
            ? mapped.Contains(address)
            : Path.GetFileName(path).StartsWith(known.Library, StringComparison.OrdinalIgnoreCase);

    private static unsafe string? Read(VersionShape shape, nint address) => shape switch
    {
        VersionShape.Function => Text(((delegate* unmanaged<nint>)address)()),
        VersionShape.FunctionOfZero => Text(((delegate* unmanaged<nint, nint>)address)(0)),
        VersionShape.TextVariable => Text(*(nint*)address),
        _ => null,
    };

    private static string? Text(nint pointer) => Marshal.PtrToStringUTF8(pointer)?.Trim();
}
