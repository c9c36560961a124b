using System.Collections.Concurrent;
using PluginHost.Native;
using PluginHost.Strategies;

namespace PluginHost.Tests.Kit;

/// <summary>Loads real libraries, but only when the test lets it, and counts what is not freed.</summary>
internal sealed class FakeLoader : INativeLoader
{
    private readonly SystemLoader _system = new();
    private int _open;

    /// <summary>Unset, it keeps loads waiting as a slow library would.</summary>
    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    /// <summary>Set when a load has begun.</summary>
    public ManualResetEventSlim Began { get; } = new();

    /// <summary>Thrown by the next loads.</summary>
    public Exception? Failure { get; set; }

    public ConcurrentQueue<(Binding Binding, Visibility Visibility)> Loads { get; } = new();

    /// <summary>How many handles are loaded and not freed.</summary>
    public int Open => Volatile.Read(ref _open);

    public nint Load(string path, Binding binding, Visibility visibility)
    {
        Began.Set();
        Gate.Wait();
        Loads.Enqueue((binding, visibility));
        if (Failure is not null)
        {
            throw Failure;
        }

        nint handle = _system.Load(path, binding, visibility);
        Interlocked.Increment(ref _open);
        return handle;
    }

    public void Free(nint handle)
    {
        _system.Free(handle);
        Interlocked.Decrement(ref _open);
    }
}
