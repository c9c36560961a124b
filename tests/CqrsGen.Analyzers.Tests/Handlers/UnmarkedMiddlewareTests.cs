using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class UnmarkedMiddlewareTests : RuleTests<UnmarkedMiddlewareAnalyzer, UnmarkedMiddlewareFixer>
{
    private const string Around =
        """
        public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken token)
            where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, token);
        """;

    [Fact]
    public Task AMiddlewareWithoutItsMark_Reports() => CheckMessage(
        "A middleware is marked [Middleware]: 'Retry' implements IMiddleware<TMessage, TResult> but is not marked, " +
        "so it never runs. Add [Middleware].",
        $"public sealed class [|Retry|]<TMessage, TResult> : IMiddleware<TMessage, TResult> {{ {Around} }}");

    [Fact]
    public Task AMiddlewareOfStreams_Reports() => Check(
        """
        public sealed class [|Counting|]<TMessage, TItem> : IStreamMiddleware<TMessage, TItem>
        {
            public IAsyncEnumerable<TItem> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken token)
                where TNext : struct, IStreamNext<TMessage, TItem> => next.InvokeAsync(message, token);
        }
        """);

    [Fact]
    public Task AMiddlewareThroughABaseClass_Reports() => Check(
        $"public abstract class Base<TMessage, TResult> : IMiddleware<TMessage, TResult> {{ {Around} }}",
        "public sealed class [|Retry|]<TMessage, TResult> : Base<TMessage, TResult>;");

    [Fact]
    public Task WhatIsMarkedOrABaseOrLeftOut_IsSilent() => Check(
        $"[Middleware] public class Retry<TMessage, TResult> : IMiddleware<TMessage, TResult> {{ {Around} }}",
        $"public class Open<TMessage, TResult> : IMiddleware<TMessage, TResult> {{ {Around} }}",
        "[Middleware(Order = 1)] public sealed class Closed<TMessage, TResult> : Open<TMessage, TResult>;",
        $"[NotDiscovered] public class Fake<TMessage, TResult> : IMiddleware<TMessage, TResult> {{ {Around} }}",
        $"public abstract class Base<TMessage, TResult> : IMiddleware<TMessage, TResult> {{ {Around} }}",
        "public interface IOurs<TMessage, TResult> : IMiddleware<TMessage, TResult>;");

    [Fact]
    public Task TheFixMarksTheClass() => CheckFix(
        """
        public sealed class [|Retry|]<TMessage, TResult> : IMiddleware<TMessage, TResult>
        {
            public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken token)
                where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, token);
        }
        """,
        """
        [Middleware]
        public sealed class Retry<TMessage, TResult> : IMiddleware<TMessage, TResult>
        {
            public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken token)
                where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, token);
        }
        """);
}
