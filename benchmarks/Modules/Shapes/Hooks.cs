using System.Runtime.CompilerServices;
using CqrsGen.Benchmarks.Contracts;

namespace CqrsGen.Benchmarks.Shapes;

/// <summary>A message inside five hook middleware.</summary>
public interface IHooked;

[Command]
public sealed partial record Hooked : ICommand<Answer>, IHooked;

public sealed class HookedHandler : ICommandHandler<Hooked, Answer>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<Answer> HandleAsync(Hooked command, CancellationToken cancellationToken) => new(Answer.Instance);
}

/// <summary>The same, and the handler suspends once.</summary>
[Command]
public sealed partial record HookedSuspending : ICommand<Answer>, IHooked;

public sealed class HookedSuspendingHandler : ICommandHandler<HookedSuspending, Answer>
{
    public async ValueTask<Answer> HandleAsync(HookedSuspending command, CancellationToken cancellationToken)
    {
        await Suspension.Once;
        return Answer.Instance;
    }
}

/// <summary>Before, After and Failed, as most middleware has them.</summary>
[Middleware(Order = 1)]
public sealed class Hook1
{
    public int Entered { get; private set; }

    public int Left { get; private set; }

    public void Before<TMessage>(TMessage message)
        where TMessage : IHooked => Entered++;

    public void After<TMessage, TResult>(TMessage message, TResult result)
        where TMessage : IHooked => Left++;

    public void Failed<TMessage>(TMessage message, Exception exception)
        where TMessage : IHooked => Left--;
}

[Middleware(Order = 2)]
public sealed class Hook2
{
    public int Entered { get; private set; }

    public int Left { get; private set; }

    public void Before<TMessage>(TMessage message)
        where TMessage : IHooked => Entered++;

    public void After<TMessage, TResult>(TMessage message, TResult result)
        where TMessage : IHooked => Left++;

    public void Failed<TMessage>(TMessage message, Exception exception)
        where TMessage : IHooked => Left--;
}

[Middleware(Order = 3)]
public sealed class Hook3
{
    public int Entered { get; private set; }

    public int Left { get; private set; }

    public void Before<TMessage>(TMessage message)
        where TMessage : IHooked => Entered++;

    public void After<TMessage, TResult>(TMessage message, TResult result)
        where TMessage : IHooked => Left++;

    public void Failed<TMessage>(TMessage message, Exception exception)
        where TMessage : IHooked => Left--;
}

[Middleware(Order = 4)]
public sealed class Hook4
{
    public int Entered { get; private set; }

    public int Left { get; private set; }

    public void Before<TMessage>(TMessage message)
        where TMessage : IHooked => Entered++;

    public void After<TMessage, TResult>(TMessage message, TResult result)
        where TMessage : IHooked => Left++;

    public void Failed<TMessage>(TMessage message, Exception exception)
        where TMessage : IHooked => Left--;
}

[Middleware(Order = 5)]
public sealed class Hook5
{
    public int Entered { get; private set; }

    public int Left { get; private set; }

    public void Before<TMessage>(TMessage message)
        where TMessage : IHooked => Entered++;

    public void After<TMessage, TResult>(TMessage message, TResult result)
        where TMessage : IHooked => Left++;

    public void Failed<TMessage>(TMessage message, Exception exception)
        where TMessage : IHooked => Left--;
}
