namespace PluginHost.Tests.Kit;

/// <summary>A directory that is gone after the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    // Without links, since the tests compare with paths that have none (on macOS, the temporary directory is a link).
    public string Path { get; } =
        PluginHost.Native.RealPath.Of(Directory.CreateTempSubdirectory("pluginhost-").FullName);

    public string Write(string name, ReadOnlySpan<byte> content)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
