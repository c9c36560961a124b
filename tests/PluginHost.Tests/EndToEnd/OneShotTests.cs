using System.Diagnostics;
using PluginHost.Tests.Kit;

namespace PluginHost.Tests.EndToEnd;

public sealed class OneShotTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly string _library;

    public OneShotTests()
    {
        _library = Path.Combine(_directory.Path, "libsample.so");
        File.Copy(Libraries.OfDotNet, _library);
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task ALibraryIsLoaded()
    {
        var (exitCode, output, error) = await HostProcess.RunAsync("load", _library);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldMatch("^Loaded libsample in .* ms from .*libsample.so\n$");
    }

    [Fact]
    public async Task ValidatingSaysWhatWouldBe()
    {
        var (exitCode, output, _) = await HostProcess.RunAsync("load", _library, "--validate-only");
        exitCode.ShouldBe(0);
        output.ShouldBe($"'{_library}' can be loaded, as 'libsample'.\n");
    }

    [Fact]
    public async Task SeveralCommandsShareOneHost()
    {
        var (exitCode, output, error) = await HostProcess.RunAsync(
            "run", $"load {_library}", "show libsample", "unload libsample", "events", "list");
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain("Path       " + _library);
        output.ShouldContain("libsample, requested");
        output.ShouldEndWith("Nothing is loaded.\n");
    }

    [Theory]
    [InlineData(2, "bogus", "bogus")]
    [InlineData(2, "'urgent' is no value of --priority", "load", "x", "--priority", "urgent")]
    [InlineData(2, "--workers must be 1 or more", "load", "x", "--workers", "0")]
    [InlineData(2, "TimeoutSeconds", "load", "x", "--timeout", "0")]
    [InlineData(3, "There is no file '/none/lib.so'", "load", "/none/lib.so")]
    [InlineData(3, "No library 'no-such-library'", "load", "no-such-library")]
    [InlineData(3, "is a directory", "load", "/")]
    [InlineData(3, "No plug-in 'nope' is loaded. None is.", "unload", "nope")]
    [InlineData(3, "No plug-in 'nope' is loaded. None is.", "show", "nope")]
    [InlineData(3, "There is no lease 7", "release", "7")]
    [InlineData(4, "default strategy cannot be removed", "strategies", "remove", "default")]
    public async Task FailuresAreExplainedAndHaveAnExitCode(int expected, string message, params string[] arguments)
    {
        var (exitCode, output, error) = await HostProcess.RunAsync(arguments);
        output.ShouldBeEmpty();
        error.ShouldStartWith("error: ");
        error.ShouldContain(message);
        exitCode.ShouldBe(expected);
    }

    [Fact]
    public async Task ATextFileIsRefused()
    {
        var (exitCode, _, error) = await HostProcess.RunAsync("load", _directory.Write("libtext.so", "text"));
        exitCode.ShouldBe(2);
        error.ShouldContain("it is a text file");
    }

    [LinuxFact]
    public async Task ALibraryThatTheSystemRefusesIsExplained()
    {
        // A program has the format of a library, so that only the system can tell.
        var (exitCode, _, error) = await HostProcess.RunAsync("load", "/bin/sh");
        exitCode.ShouldBe(2);
        error.ShouldContain("The system could not load");
        error.ShouldContain(": cannot dynamically load position-independent executable");
    }

    [Fact]
    public async Task ADuplicateIsRefusedAndTheOtherLoaded()
    {
        var (exitCode, output, error) = await HostProcess.RunAsync("run", $"load {_library}", $"load {_library}");
        exitCode.ShouldBe(4);
        output.ShouldStartWith("Loaded libsample");
        error.ShouldContain("is loaded already, as 'libsample'");
    }

    [LinuxFact]
    public async Task ALoadThatIsTooSlowTimesOut()
    {
        string pipe = await NamedPipe.CreateAsync(_directory, "slow.so");
        var (exitCode, _, error) = await HostProcess.RunAsync("load", pipe, "--timeout", "0.2");
        exitCode.ShouldBe(8);
        error.ShouldContain("took longer than 0.2 s");
    }

    [LinuxFact]
    public async Task AFullQueueTurnsLoadsAway()
    {
        string[] pipes =
        [
            await NamedPipe.CreateAsync(_directory, "1.so"),
            await NamedPipe.CreateAsync(_directory, "2.so"),
            await NamedPipe.CreateAsync(_directory, "3.so"),
            await NamedPipe.CreateAsync(_directory, "4.so"),
        ];
        var (exitCode, _, error) = await HostProcess.RunAsync(
            ["load", .. pipes, "--timeout", "0.5", "--workers", "1", "--queue", "1"]);
        exitCode.ShouldBeOneOf(7, 8); // That of the first of them, and which two find room is open.
        error.ShouldContain("The load queue is full: 1 wait");
    }

    [LinuxFact]
    public async Task AnInterruptedLoadIsCancelled()
    {
        string pipe = await NamedPipe.CreateAsync(_directory, "slow.so");
        using var host = HostProcess.Start("run", $"load {_library}", $"load {pipe}");
        await Eventually.ShouldBeTrueAsync(() => host.Output.Contains("Loaded libsample"));
        // Not SIGINT: a process that a script started in the background ignores it, and so does what it starts.
        using (var kill = Process.Start("kill", ["-TERM", $"{host.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        var (exitCode, _, error) = await host.EndAsync();
        exitCode.ShouldBe(130);
        error.ShouldBe("error: The operation was cancelled.\n");
    }

    [Fact]
    public async Task HelpNamesTheCommandsAndTheExitCodes()
    {
        var (exitCode, output, _) = await HostProcess.RunAsync("--help");
        exitCode.ShouldBe(0);
        foreach (string command in (string[])["demo", "prompt", "run", "find", "load", "unload", "list", "show"])
        {
            output.ShouldContain($"  {command} ");
        }

        foreach (var category in Enum.GetValues<CqrsGen.ErrorCategory>().Except(
            [CqrsGen.ErrorCategory.Unauthorized])) // No command of this program has to know who asks.
        {
            output.ShouldContain($"{CqrsGen.ErrorCategories.ExitCodeOf(category)} ");
        }
    }

    [Fact]
    public async Task LogMessagesAppearWhenTheyAreWanted()
    {
        var (_, output, error) = await HostProcess.RunAsync("load", _library, "--verbose");
        output.ShouldNotContain("info:");
        error.ShouldContain("Loaded libsample from");
        error.ShouldContain("Unloaded libsample: Shutdown");
    }
}
