using System.Runtime.CompilerServices;

namespace CqrsGen.Benchmarks.Shapes;

/// <summary>Suspends its awaiter until the benchmark resumes it, on the same thread and without allocating.</summary>
public sealed class Suspension : ICriticalNotifyCompletion
{
    private Action? _continuation;

    public static Suspension Once { get; } = new();

    public bool IsCompleted => false;

    public Suspension GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => _continuation = continuation;

    public void UnsafeOnCompleted(Action continuation) => _continuation = continuation;

    public void Resume()
    {
        var continuation = _continuation!;
        _continuation = null;
        continuation();
    }
}
