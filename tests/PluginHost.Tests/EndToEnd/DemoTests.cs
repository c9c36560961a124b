using System.Text.RegularExpressions;
using PluginHost.Tests.Kit;

namespace PluginHost.Tests.EndToEnd;

public sealed partial class DemoTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task WithoutArgumentsLibrariesOfThisMachineAreLoadedShownAndUnloaded()
    {
        var (exitCode, output, error) = await HostProcess.RunAsync();
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        LoadedLine().Count(output).ShouldBeGreaterThanOrEqualTo(3);
        output.ShouldContain("What is loaded");
        output.ShouldContain("Refused: ");
        output.ShouldContain("Released and unloaded ");
        LoadedEvent().Count(output).ShouldBe(LoadedLine().Count(output));
        output.ShouldContain("PluginUnloaded");
        output.ShouldContain("pluginhost.plugins.unloaded");
        output.ShouldContain("cqrs.command.duration");
    }

    [Fact]
    public async Task OutputThatIsRedirectedIsPlainText()
    {
        var (_, output, _) = await HostProcess.RunAsync();
        output.ShouldNotContain('\e');
    }

    [Fact]
    public async Task WhereNoneOfTheFavouritesIsOthersAreTaken()
    {
        File.Copy(Libraries.OfDotNet, Path.Combine(_directory.Path, "libonly.so"));
        var (exitCode, output, error) = await HostProcess.RunAsync("demo", "--search-path", _directory.Path);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain("Loading 1 library");
        output.ShouldContain("Released and unloaded libonly");
    }

    [Fact]
    public async Task WhereThereIsNoLibraryItSaysSo()
    {
        var (exitCode, _, error) = await HostProcess.RunAsync("--search-path", _directory.Path);
        exitCode.ShouldBe(3);
        error.ShouldContain($"No native library in {_directory.Path}");
    }

    [GeneratedRegex("^ *Loaded lib", RegexOptions.Multiline)]
    private static partial Regex LoadedLine();

    [GeneratedRegex(@"Z +PluginLoaded +\w+, .* mapped$", RegexOptions.Multiline)]
    private static partial Regex LoadedEvent();
}
