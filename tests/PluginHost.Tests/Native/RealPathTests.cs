using PluginHost.Native;
using PluginHost.Tests.Kit;

namespace PluginHost.Tests.Native;

public sealed class RealPathTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void APathWithoutLinksStaysAsItIs()
    {
        string file = _directory.Write("file", "");
        RealPath.Of(file).ShouldBe(file);
    }

    [Fact]
    public void ARelativePathBecomesAbsolute() =>
        RealPath.Of("nothing-here").ShouldBe(Path.Combine(RealPath.Of(Environment.CurrentDirectory), "nothing-here"));

    [Fact]
    public void LinksAreFollowedInEveryPartOfThePath()
    {
        Directory.CreateDirectory(At("real"));
        string file = _directory.Write("real/file.1", "");
        File.CreateSymbolicLink(At("real/file"), "file.1");
        Directory.CreateSymbolicLink(At("link"), "real");
        Directory.CreateSymbolicLink(At("absolute"), At("link"));

        RealPath.Of(At("absolute/file")).ShouldBe(file);
        RealPath.Of(At("link/../link/file")).ShouldBe(file);
    }

    [Fact]
    public void ACircleOfLinksIsAnError()
    {
        File.CreateSymbolicLink(At("a"), "b");
        File.CreateSymbolicLink(At("b"), "a");
        Should.Throw<IOException>(() => RealPath.Of(At("a"))).Message.ShouldContain("Too many links");
    }

    private string At(string name) => Path.Combine(_directory.Path, name);
}
