using System.Diagnostics;
using System.Globalization;
using CqrsGen.Chaos.Worker;

namespace CqrsGen.Chaos.Tests;

/// <summary>A worker that goes on where it was killed.</summary>
public sealed class WorkerProcess(string store, int number) : IDisposable
{
    private Process? _process;
    private Task _reading = Task.CompletedTask;

    public int Number => number;

    /// <summary>The last sequence that was confirmed; sequences begin with 1.</summary>
    public int Confirmed { get; private set; }

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                typeof(WorkerAppend).Assembly.Location, store, $"{number}", $"{Confirmed + 1}",
            },
        };
        _process = Process.Start(start)!;
        _reading = ReadAsync(_process.StandardOutput);
    }

    /// <summary>Waits until something new is confirmed.</summary>
    public async Task WorkAsync(TimeSpan limit)
    {
        int before = Confirmed;
        var clock = Stopwatch.StartNew();
        while (Confirmed == before)
        {
            if (_process!.HasExited)
            {
                throw new InvalidOperationException(
                    $"Worker {number} has ended by itself: {await _process.StandardError.ReadToEndAsync()}");
            }

            clock.Elapsed.ShouldBeLessThan(limit, $"worker {number} confirms nothing");
            await Task.Delay(1);
        }
    }

    /// <summary>SIGKILL: nothing of the process runs after it.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
    }

    private async Task ReadAsync(StreamReader output)
    {
        // A line that the kill has cut has no end, and what it confirms may be any number: it does not count.
        string text = "";
        char[] buffer = new char[4096];
        int read;
        while ((read = await output.ReadAsync(buffer)) > 0)
        {
            text += new string(buffer, 0, read);
            int end = text.LastIndexOf('\n');
            if (end >= 0)
            {
                int start = end == 0 ? 0 : text.LastIndexOf('\n', end - 1) + 1;
                Confirmed = int.Parse(text[start..end], CultureInfo.InvariantCulture);
                text = text[(end + 1)..];
            }
        }
    }
}
