namespace CqrsGen.IntegrationTests.Dispatch;

/// <summary>How a handler throws.</summary>
public enum Fall
{
    AtOnce,
    Later,
    Scoped,
    ScopedLater,
}

internal sealed class FallException : Exception;

[Command, Use<FallHook>]
internal sealed partial record FallAtOnce : ICommand<int>;

[Command, Use<FallHook>]
internal sealed partial record FallLater : ICommand<int>;

[Command, Use<FallHook>]
internal sealed partial record FallScoped : ICommand<int>;

[Command, Use<FallHook>]
internal sealed partial record FallScopedLater : ICommand<int>;

[Middleware(Order = 1, Scope = MiddlewareScope.Explicit)]
internal sealed class FallHook
{
    public void Before()
    {
    }

    public void Finally()
    {
    }
}

[Command]
internal sealed partial record FallBare : ICommand<int>;

internal static class FallHandlers
{
    [Handler]
    public static int Bare(FallBare command) => throw new FallException();

    [Handler]
    public static int AtOnce(FallAtOnce command) => throw new FallException();

    [Handler]
    public static async Task<int> Later(FallLater command)
    {
        await Task.Yield();
        throw new FallException();
    }

    [Handler]
    public static int Scoped(FallScoped command, ScopedService service) => throw new FallException();

    [Handler]
    public static async Task<int> ScopedLater(FallScopedLater command, ScopedService service)
    {
        await Task.Yield();
        throw new FallException();
    }
}
