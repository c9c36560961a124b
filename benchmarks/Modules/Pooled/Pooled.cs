using System.Runtime.CompilerServices;
using CqrsGen;
using CqrsGen.Benchmarks.Contracts;
using CqrsGen.Benchmarks.Shapes;

[assembly: BuiltInMiddleware(BuiltIn.None, PoolStateMachines = true)]

namespace CqrsGen.Benchmarks.Pooled;

/// <summary>Five hooks around a handler that suspends, with pooled state machines.</summary>
[Command]
public sealed partial record PooledSuspending : ICommand<Answer>, IHooked;

public sealed class PooledSuspendingHandler : ICommandHandler<PooledSuspending, Answer>
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Answer> HandleAsync(PooledSuspending command, CancellationToken cancellationToken)
    {
        await Suspension.Once;
        return Answer.Instance;
    }
}
