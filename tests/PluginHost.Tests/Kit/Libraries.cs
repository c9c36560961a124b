using PluginHost.Native;

namespace PluginHost.Tests.Kit;

/// <summary>Libraries that every machine with .NET has.</summary>
internal static class Libraries
{
    /// <summary>The native part of .NET's own base library, without links.</summary>
    public static string OfDotNet { get; } = Find("libSystem.Native.");

    /// <summary>The native part of System.IO.Compression, which the tests do not use otherwise.</summary>
    public static string OfDotNetCompression { get; } = Find("libSystem.IO.Compression.Native.");

    private static string Find(string start) => RealPath.Of(Directory
        .EnumerateFiles(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory())
        .First(path => Path.GetFileName(path).StartsWith(start, StringComparison.Ordinal)));
}
