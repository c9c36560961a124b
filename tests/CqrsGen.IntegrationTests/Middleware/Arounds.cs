namespace CqrsGen.IntegrationTests.Middleware;

internal interface IWrapped;

[Command]
internal sealed partial record Wrapped(string Text) : ICommand<string>, IWrapped;

internal static class WrappedHandler
{
    [Handler]
    public static string Handle(Wrapped command) => command.Text;
}

[Middleware(Order = 20)]
internal sealed class InnerWrap<TMessage> : IMiddleware<TMessage, string>
    where TMessage : IWrapped
{
    public async ValueTask<string> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, string> => message is Wrapped { Text: "cached" }
            ? "from cache"
            : $"inner({await next.InvokeAsync(message, cancellationToken)})";
}

[Middleware(Order = 10)]
internal sealed class OuterWrap<TMessage> : IMiddleware<TMessage, string>
    where TMessage : class, IWrapped
{
    public async ValueTask<string> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, string> =>
        $"outer({await next.InvokeAsync(message, cancellationToken)})";
}

internal interface IRetried;

[Command]
internal sealed partial record Flaky(int Attempts) : ICommand<List<int>>, IRetried
{
    public List<int> Services { get; } = [];
}

internal sealed class FlakyHandler(ScopedService service) : ICommandHandler<Flaky, List<int>>
{
    public async ValueTask<List<int>> HandleAsync(Flaky command, CancellationToken cancellationToken)
    {
        command.Services.Add(service.Number);
        await Task.Yield();
        return command.Services.Count < command.Attempts
            ? throw new InvalidOperationException("not yet")
            : command.Services;
    }
}

[Middleware(Order = 1)]
internal sealed class RetryInScopes<TMessage, TResult> : IMiddleware<TMessage, TResult>
    where TMessage : ICommand<TResult>, IRetried
{
    public async ValueTask<TResult> InvokeAsync<TNext>(
        TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult>
    {
        while (true)
        {
            try
            {
                return await next.InvokeInNewScopeAsync(message, cancellationToken);
            }
            catch (InvalidOperationException)
            {
                // Once more.
            }
        }
    }
}

internal interface INoted;

[Command]
internal sealed partial record VoidWrapped : ICommand, INoted;

[Event]
internal sealed partial record EventWrapped : IEvent, INoted;

internal sealed class NotedHandlers(Journal journal) : ICommandHandler<VoidWrapped>, IEventHandler<EventWrapped>
{
    public ValueTask HandleAsync(VoidWrapped command, CancellationToken cancellationToken)
    {
        journal.Add("handled");
        return default;
    }

    public async ValueTask HandleAsync(EventWrapped @event, CancellationToken cancellationToken)
    {
        await Task.Yield();
        journal.Add("heard");
    }
}

[Middleware(Order = 1)]
internal sealed class Noting<TMessage, TResult>(Journal journal) : IMiddleware<TMessage, TResult>
    where TMessage : INoted
{
    public async ValueTask<TResult> InvokeAsync<TNext>(
        TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult>
    {
        journal.Add($"before {next.Message.Name}");
        var result = await next.InvokeAsync(message, cancellationToken);
        journal.Add($"after {next.Message.Name} {result}");
        return result;
    }
}

[Command]
internal sealed partial record Replaced(string Text) : ICommand<string>;

internal static class ReplacedHandler
{
    [Handler]
    public static string Handle(Replaced command, CancellationToken cancellationToken) =>
        command.Text + (cancellationToken.CanBeCanceled ? " cancellable" : "");
}

[Middleware(Order = 1)]
internal sealed class Replacing : IMiddleware<Replaced, string>
{
    public async ValueTask<string> InvokeAsync<TNext>(Replaced message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<Replaced, string>
    {
        using var source = new CancellationTokenSource();
        return await next.InvokeAsync(message with { Text = "b" }, source.Token);
    }
}

[Query(Name = "described", TimeoutSeconds = 2.5)]
internal sealed partial record Described : IQuery<string>;

internal static class DescribedHandler
{
    [Handler]
    public static string Handle(Described query) => "";
}

[Middleware(Order = 1)]
internal sealed class Describing : IMiddleware<Described, string>
{
    public ValueTask<string> InvokeAsync<TNext>(Described message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<Described, string> => new(
            $"{next.Message.Name} {next.Message.Kind} {next.Message.Type.Name} {next.Message.Timeout}");
}
