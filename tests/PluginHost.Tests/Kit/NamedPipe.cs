using System.Diagnostics;

namespace PluginHost.Tests.Kit;

/// <summary>A file that blocks whoever opens it, as a very slow library does.</summary>
internal static class NamedPipe
{
    public static async Task<string> CreateAsync(TemporaryDirectory directory, string name)
    {
        string path = Path.Combine(directory.Path, name);
        using var process = Process.Start("mkfifo", [path]);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return path;
    }
}
