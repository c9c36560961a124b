using CqrsGen.Benchmarks.Contracts;
using CqrsGen.Benchmarks.Shapes;

namespace CqrsGen.Benchmarks.Native;

/// <summary>The same middleware called by hand: what the shape itself costs.</summary>
internal static class ByHand
{
    private static readonly Around1<InOne, Answer> s_around = new();
    private static readonly InOneHandler s_handler = new();

    public static ValueTask<Answer> One(InOne message) => s_around.InvokeAsync(message, default(Next), default);

    private readonly struct Next : INext<InOne, Answer>
    {
        public MessageInfo Message => throw new NotSupportedException();

        public ValueTask<Answer> InvokeAsync(InOne message, CancellationToken cancellationToken) =>
            s_handler.HandleAsync(message, cancellationToken);

        public ValueTask<Answer> InvokeInNewScopeAsync(InOne message, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
