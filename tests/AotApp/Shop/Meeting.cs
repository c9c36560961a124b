using CqrsGen;

namespace AotApp.Shop;

/// <summary>Ends when two have arrived: only those that run at the same time get past it.</summary>
[Singleton]
public sealed class Meeting
{
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _arrived;

    public Task ArriveAsync(TimeSpan patience)
    {
        if (Interlocked.Increment(ref _arrived) == 2)
        {
            _complete.SetResult();
        }

        return _complete.Task.WaitAsync(patience);
    }
}
