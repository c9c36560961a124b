using System.Runtime.CompilerServices;
using CqrsGen.Benchmarks.Contracts;

namespace CqrsGen.Benchmarks.Shapes;

public interface IInOne;

public interface IInFive : IInOne;

/// <summary>A message inside one around middleware.</summary>
[Command]
public sealed partial record InOne : ICommand<Answer>, IInOne;

/// <summary>A message inside five.</summary>
[Command]
public sealed partial record InFive : ICommand<Answer>, IInFive;

public sealed class InOneHandler : ICommandHandler<InOne, Answer>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<Answer> HandleAsync(InOne command, CancellationToken cancellationToken) => new(Answer.Instance);
}

public sealed class InFiveHandler : ICommandHandler<InFive, Answer>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<Answer> HandleAsync(InFive command, CancellationToken cancellationToken) => new(Answer.Instance);
}

[Middleware(Order = 11)]
public sealed class Around1<TMessage, TResult> : IMiddleware<TMessage, TResult>
    where TMessage : IInOne
{
    public async ValueTask<TResult> InvokeAsync<TNext>(
        TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult> => await next.InvokeAsync(message, cancellationToken);
}

[Middleware(Order = 12)]
public sealed class Around2<TMessage, TResult> : IMiddleware<TMessage, TResult>
    where TMessage : IInFive
{
    public async ValueTask<TResult> InvokeAsync<TNext>(
        TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult> => await next.InvokeAsync(message, cancellationToken);
}

[Middleware(Order = 13)]
public sealed class Around3<TMessage, TResult> : IMiddleware<TMessage, TResult>
    where TMessage : IInFive
{
    public async ValueTask<TResult> InvokeAsync<TNext>(
        TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult> => await next.InvokeAsync(message, cancellationToken);
}

[Middleware(Order = 14)]
public sealed class Around4<TMessage, TResult> : IMiddleware<TMessage, TResult>
    where TMessage : IInFive
{
    public async ValueTask<TResult> InvokeAsync<TNext>(
        TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult> => await next.InvokeAsync(message, cancellationToken);
}

[Middleware(Order = 15)]
public sealed class Around5<TMessage, TResult> : IMiddleware<TMessage, TResult>
    where TMessage : IInFive
{
    public async ValueTask<TResult> InvokeAsync<TNext>(
        TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult> => await next.InvokeAsync(message, cancellationToken);
}
