namespace CqrsGen.IntegrationTests.Middleware;

[Query]
[Use<AmbientStreamHook>]
internal sealed partial record AmbientValues : IStreamQuery<string>
{
    public bool FailsAfter { get; init; }
}

internal static class AmbientStreams
{
    [Handler]
    public static async IAsyncEnumerable<string> Read(AmbientValues query)
    {
        yield return AmbientStreamHook.Current.Value!;
        await Task.Yield();
        yield return AmbientStreamHook.Current.Value!;
        yield return AmbientStreamHook.Current.Value!;
    }
}

[Middleware(Order = 3, Scope = MiddlewareScope.Explicit)]
internal sealed class AmbientStreamHook
{
    public static readonly AsyncLocal<string?> Current = new();

    [return: State]
    public string? Before(AmbientValues message)
    {
        string? previous = Current.Value;
        Current.Value = "hook";
        return previous;
    }

    public void After(AmbientValues message)
    {
        if (message.FailsAfter)
        {
            throw new InvalidOperationException("after");
        }
    }

    public void Finally(AmbientValues message, [State] string? previous) => Current.Value = previous;
}
