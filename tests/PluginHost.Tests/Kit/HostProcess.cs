using System.Diagnostics;
using System.Text;

namespace PluginHost.Tests.Kit;

/// <summary>The built program, run as a user would.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task _reading;
    private readonly Task<string> _error;

    private HostProcess(Process process)
    {
        _process = process;
        _reading = ReadOutputAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    /// <summary>What it has written to standard output so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<Outcome> RunAsync(params string[] arguments)
    {
        using var host = Start(arguments);
        return await host.EndAsync();
    }

    /// <summary>Runs the prompt on these lines, to its end.</summary>
    public static async Task<Outcome> RunPromptAsync(params string[] lines)
    {
        using var host = Start("prompt");
        foreach (string line in lines)
        {
            await host._process.StandardInput.WriteLineAsync(line);
        }

        host._process.StandardInput.Close();
        return await host.EndAsync();
    }

    /// <summary>Starts the program.</summary>
    public static HostProcess Start(params string[] arguments)
    {
        string program = typeof(HostOptions).Assembly.Location;
        var start = new ProcessStartInfo(Environment.ProcessPath!, [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Waits for the end.</summary>
    public async Task<Outcome> EndAsync()
    {
        using var patience = new CancellationTokenSource(Eventually.Patience);
        await _process.WaitForExitAsync(patience.Token);
        await _reading;
        return new Outcome(_process.ExitCode, Output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadOutputAsync()
    {
        char[] buffer = new char[1024];
        while (await _process.StandardOutput.ReadAsync(buffer) is > 0 and var count)
        {
            lock (_output)
            {
                _output.Append(buffer, 0, count);
            }
        }
    }

    internal sealed record Outcome(int ExitCode, string Output, string Error);
}
