namespace CqrsGen.BuiltIns.Tests.Timeouts;

/// <summary>Messages that state a limit, one for each shape of pipeline.</summary>
internal interface ITimed
{
    Work Work { get; }
}

internal interface ISynchronouslyHooked : ITimed;

internal interface IAsynchronouslyHooked : ITimed;

internal interface IWrapped : ITimed;

[Command(TimeoutSeconds = Limits.Seconds)]
internal sealed partial record Bare(Work Work) : ICommand<int>, ITimed;

[Command(TimeoutSeconds = Limits.Seconds)]
internal sealed partial record BareVoid(Work Work) : ICommand, ITimed;

[Query(TimeoutSeconds = Limits.Seconds)]
internal sealed partial record BareResult(Work Work) : IQuery<Result<int>>, ITimed;

[Command(TimeoutSeconds = Limits.Seconds)]
internal sealed partial record Hooked(Work Work) : ICommand<int>, ISynchronouslyHooked;

[Command(TimeoutSeconds = Limits.Seconds)]
internal sealed partial record HookedLater(Work Work) : ICommand<int>, IAsynchronouslyHooked;

[Command(TimeoutSeconds = Limits.Seconds)]
internal sealed partial record Wrapped(Work Work) : ICommand<int>, IWrapped;

/// <summary>Sends a message that has less time than itself.</summary>
[Command]
internal sealed partial record Nested(Work Work) : ICommand<int>;

[Query(TimeoutSeconds = 0)]
internal sealed partial record Unlimited(Work Work) : IQuery<int>;

internal static class Limits
{
    public const double Seconds = 0.3;
}

internal sealed class TimedHandlers(ScopedService service, ICommandBus bus)
    : ICommandHandler<Bare, int>, ICommandHandler<BareVoid>, IQueryHandler<BareResult, Result<int>>,
        ICommandHandler<Hooked, int>, ICommandHandler<HookedLater, int>, ICommandHandler<Wrapped, int>,
        ICommandHandler<Nested, int>, IQueryHandler<Unlimited, int>
{
    public ValueTask<int> HandleAsync(Bare command, CancellationToken cancellationToken) =>
        Worker.Do(command.Work, cancellationToken);

    public async ValueTask HandleAsync(BareVoid command, CancellationToken cancellationToken) =>
        await Worker.Do(command.Work, cancellationToken);

    public async ValueTask<Result<int>> HandleAsync(BareResult query, CancellationToken cancellationToken) =>
        query.Work == Work.Fail
            ? Error.NotFound("order", "No such order.")
            : await Worker.Do(query.Work, cancellationToken);

    public ValueTask<int> HandleAsync(Hooked command, CancellationToken cancellationToken) =>
        Worker.Do(command.Work, cancellationToken);

    public ValueTask<int> HandleAsync(HookedLater command, CancellationToken cancellationToken) =>
        Worker.Do(command.Work, cancellationToken);

    public ValueTask<int> HandleAsync(Wrapped command, CancellationToken cancellationToken) =>
        Worker.Do(command.Work, cancellationToken);

    public async ValueTask<int> HandleAsync(Nested command, CancellationToken cancellationToken)
    {
        service.ShouldNotBeNull();
        return await bus.SendAsync(new Bare(command.Work), cancellationToken);
    }

    public ValueTask<int> HandleAsync(Unlimited query, CancellationToken cancellationToken) =>
        Worker.Do(query.Work, cancellationToken);
}

/// <summary>Stands outside of the timeout.</summary>
[Middleware(Order = -2500)]
internal sealed class Outside(Journal journal)
{
    public void Failed(Exception exception)
    {
        journal.Add($"outside: {exception.GetType().Name}");
        journal.Add(exception);
    }

    public void Finally(CancellationToken token) => journal.Add($"outside cancelled: {token.IsCancellationRequested}");
}

/// <summary>Stands inside of the timeout.</summary>
[Middleware(Order = 100)]
internal sealed class Inside(Journal journal)
{
    public void Failed<TMessage>(TMessage message, Exception exception, CancellationToken token)
        where TMessage : ISynchronouslyHooked
    {
        journal.Add($"inside: {exception.GetType().Name}, cancelled: {token.IsCancellationRequested}");
        journal.Add(exception);
    }
}

/// <summary>Is asynchronous on the way in and out.</summary>
[Middleware(Order = 200)]
internal sealed class Later
{
    public async ValueTask BeforeAsync<TMessage>(TMessage message)
        where TMessage : IAsynchronouslyHooked => await Task.Yield();

    public async ValueTask FinallyAsync<TMessage>(TMessage message)
        where TMessage : IAsynchronouslyHooked => await Task.Yield();
}

[Middleware(Order = 300)]
internal sealed class Around<TMessage, TResult> : IMiddleware<TMessage, TResult>
    where TMessage : IWrapped
{
    public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult> => next.InvokeInNewScopeAsync(message, cancellationToken);
}
