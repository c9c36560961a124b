using System.Runtime.InteropServices;

namespace PluginHost.CommandLine;

/// <summary>
/// Turns Ctrl+C and a request to end into the cancellation of what runs. When nothing runs, the process ends.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private CancellationTokenSource? _running;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
    }

    /// <summary>Runs something that may be interrupted.</summary>
    public async Task<int> RunAsync(Func<CancellationToken, Task<int>> action)
    {
        using var running = new CancellationTokenSource();
        Volatile.Write(ref _running, running);
        try
        {
            return await action(running.Token);
        }
        finally
        {
            Volatile.Write(ref _running, null);
        }
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private void Cancel(PosixSignalContext signal)
    {
        try
        {
            if (Volatile.Read(ref _running) is { } running)
            {
                running.Cancel();
                signal.Cancel = true;
            }
        }
        catch (ObjectDisposedException)
        {
            // It ended in this very moment, so there is nothing to cancel, and the signal means the process.
        }
    }
}
