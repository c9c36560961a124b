using System.Runtime.CompilerServices;

namespace CqrsGen.Sqlite.Tests;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cqrsgen-sqlite-").FullName;

    public string File(string name = "events.db") => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    [ModuleInitializer]
    internal static void BringEngine() => SQLitePCL.Batteries_V2.Init();
}
