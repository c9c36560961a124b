using PluginHost.Tests.Kit;

namespace PluginHost.Tests.EndToEnd;

public sealed class PromptTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task LinesAreRunUntilExit()
    {
        string library = Path.Combine(_directory.Path, "lib with blanks.so");
        File.Copy(Libraries.OfDotNet, library);
        var (exitCode, output, error) = await HostProcess.RunPromptAsync(
            "",
            $"load \"{library}\"",
            "hold \"lib with blanks\"",
            "release 1",
            "strategies add eager 'libz*' --now --global",
            "strategies",
            "metrics",
            "exit",
            "unload \"lib with blanks\"");
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldStartWith("Loaded lib with blanks in ");
        output.ShouldContain("Holding lib with blanks by lease 1\nReleased lease 1\nAdded the strategy eager");
        output.ShouldContain("pluginhost.plugins.loaded");
        output.ShouldNotContain("Unloaded");
        output.ShouldNotContain("pluginhost>");
    }

    [Fact]
    public async Task AFailedLineDoesNotEndThePromptButDecidesTheExitCode()
    {
        var (exitCode, output, error) = await HostProcess.RunPromptAsync("show nope", "bogus", "list");
        exitCode.ShouldBe(3);
        output.ShouldContain("Nothing is loaded.");
        error.ShouldContain("No plug-in 'nope'");
        error.ShouldContain("bogus");
    }

    [Fact]
    public async Task HelpShowsTheCommandsOfThePrompt()
    {
        var (exitCode, output, _) = await HostProcess.RunPromptAsync("help", "help load");
        exitCode.ShouldBe(0);
        output.ShouldContain("Leave it with 'exit'");
        output.ShouldContain("--validate-only");
        output.ShouldNotContain("--search-path");
    }
}
