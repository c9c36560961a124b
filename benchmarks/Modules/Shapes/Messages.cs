using System.Runtime.CompilerServices;
using CqrsGen;
using CqrsGen.Benchmarks.Contracts;

[assembly: BuiltInMiddleware(BuiltIn.None)]

namespace CqrsGen.Benchmarks.Shapes;

/// <summary>The plain case: message and handler in one assembly, no middleware.</summary>
[Command]
public sealed partial record Plain : ICommand<Answer>;

public sealed class PlainHandler : ICommandHandler<Plain, Answer>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<Answer> HandleAsync(Plain command, CancellationToken cancellationToken) => new(Answer.Instance);
}

public sealed class ElsewhereHandler : ICommandHandler<Elsewhere, Answer>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<Answer> HandleAsync(Elsewhere command, CancellationToken cancellationToken) =>
        new(Answer.Instance);
}

[Command]
public readonly partial record struct Step(int Value) : ICommand<Answer>;

public sealed class StepHandler : ICommandHandler<Step, Answer>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<Answer> HandleAsync(Step command, CancellationToken cancellationToken) => new(Answer.Instance);
}

/// <summary>What makes a handler scoped.</summary>
public sealed class Dependency;

[Command]
public sealed partial record Scoped : ICommand<Answer>;

public sealed class ScopedHandler(Dependency dependency) : ICommandHandler<Scoped, Answer>
{
    public Dependency Dependency { get; } = dependency;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<Answer> HandleAsync(Scoped command, CancellationToken cancellationToken) => new(Answer.Instance);
}
