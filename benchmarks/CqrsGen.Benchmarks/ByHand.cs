using System.Runtime.CompilerServices;
using CqrsGen.Benchmarks.Contracts;
using CqrsGen.Benchmarks.Shapes;

namespace CqrsGen.Benchmarks;

/// <summary>The middleware of the benchmarks called by hand: what the shape itself costs.</summary>
internal static class ByHand
{
    private static readonly Around1<InOne, Answer> s_around = new();
    private static readonly InOneHandler s_inOne = new();
    private static readonly HookedHandler s_hooked = new();
    private static readonly Hook1 s_hook1 = new();
    private static readonly Hook2 s_hook2 = new();
    private static readonly Hook3 s_hook3 = new();
    private static readonly Hook4 s_hook4 = new();
    private static readonly Hook5 s_hook5 = new();

    /// <summary>One around middleware.</summary>
    public static ValueTask<Answer> Around(InOne message) => s_around.InvokeAsync(message, default(Next), default);

    /// <summary>
    /// Five hooks in one method, without the care for hooks that throw or leave something in the context.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<Answer> Hooks(Hooked message)
    {
        s_hook1.Before(message);
        s_hook2.Before(message);
        s_hook3.Before(message);
        s_hook4.Before(message);
        s_hook5.Before(message);
        ValueTask<Answer> pending;
        try
        {
            pending = s_hooked.HandleAsync(message, default);
        }
        catch (Exception exception)
        {
            s_hook5.Failed(message, exception);
            s_hook4.Failed(message, exception);
            s_hook3.Failed(message, exception);
            s_hook2.Failed(message, exception);
            s_hook1.Failed(message, exception);
            throw;
        }

        if (!pending.IsCompletedSuccessfully)
        {
            throw new NotSupportedException();
        }

        var result = pending.Result;
        s_hook5.After(message, result);
        s_hook4.After(message, result);
        s_hook3.After(message, result);
        s_hook2.After(message, result);
        s_hook1.After(message, result);
        return new(result);
    }

    private readonly struct Next : INext<InOne, Answer>
    {
        public MessageInfo Message => throw new NotSupportedException();

        public ValueTask<Answer> InvokeAsync(InOne message, CancellationToken cancellationToken) =>
            s_inOne.HandleAsync(message, cancellationToken);

        public ValueTask<Answer> InvokeInNewScopeAsync(InOne message, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
