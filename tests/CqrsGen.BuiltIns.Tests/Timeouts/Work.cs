namespace CqrsGen.BuiltIns.Tests.Timeouts;

/// <summary>What a handler does with the time and the token that it is given.</summary>
internal enum Work
{
    /// <summary>Answers at once.</summary>
    None,

    /// <summary>Answers after it has let the caller go on.</summary>
    Suspend,

    /// <summary>Waits for its token without suspending.</summary>
    Block,

    /// <summary>Waits for its token.</summary>
    Wait,

    /// <summary>Fails.</summary>
    Fail,
}

internal static class Worker
{
    public static async ValueTask<int> Do(Work work, CancellationToken token)
    {
        switch (work)
        {
            case Work.Suspend:
                await Task.Yield();
                return 1;
            case Work.Block:
                token.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)).ShouldBeTrue();
                token.ThrowIfCancellationRequested();
                return 1;
            case Work.Wait:
                await Task.Delay(Timeout.Infinite, token);
                return 1;
            case Work.Fail:
                throw new InvalidOperationException("failed");
            default:
                return 1;
        }
    }
}
