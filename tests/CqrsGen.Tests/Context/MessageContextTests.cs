using System.Diagnostics;
using CqrsGen.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Context;

public sealed class MessageContextTests : IDisposable
{
    private readonly CountingIds _ids = new();
    private readonly ManualTime _time = new();
    private readonly ServiceProvider _provider;
    private readonly ContextMiddleware _middleware;
    private readonly IMessageContextAccessor _contexts;

    public MessageContextTests()
    {
        _provider = Container.Create(
            services => services.AddSingleton<IIdGenerator>(_ids).AddSingleton<TimeProvider>(_time));
        _middleware = new ContextMiddleware(_provider.Composition());
        _contexts = _provider.GetRequiredService<IMessageContextAccessor>();
    }

    public void Dispose() => _provider.Dispose();

    [Fact]
    public void OutsideOfMessagesThereIsNoContext() => _contexts.Current.ShouldBeNull();

    [Fact]
    public void AMessageHasAnIdOnceSomebodyAsks()
    {
        var context = Dispatch(() => _contexts.Current!);

        _ids.Count.ShouldBe(0);
        context.MessageId.ShouldBe(context.MessageId);
        _ids.Count.ShouldBe(1);
        context.CausationId.ShouldBeNull();
        context.CorrelationId.ShouldBe(context.MessageId.ToString());
        context.Timestamp.ShouldBe(_time.GetUtcNow());
        _contexts.Current.ShouldBeNull();
    }

    [Fact]
    public void ANestedMessageIsCausedByTheOuterOneAndSharesItsOrigin()
    {
        MessageContext inner = null!, outer = null!, innermost = null!;
        Dispatch(() =>
        {
            outer = _contexts.Current!;
            Dispatch(() =>
            {
                inner = _contexts.Current!;
                Dispatch(() => innermost = _contexts.Current!);
                _contexts.Current.ShouldBeSameAs(inner);
                return 0;
            });
            _contexts.Current.ShouldBeSameAs(outer);
            return 0;
        });

        innermost.CausationId.ShouldBe(inner.MessageId);
        inner.CausationId.ShouldBe(outer.MessageId);
        outer.CausationId.ShouldBeNull();
        new[] { outer.MessageId, inner.MessageId, innermost.MessageId }.Distinct().Count().ShouldBe(3);
        innermost.CorrelationId.ShouldBe(outer.MessageId.ToString());
        outer.CorrelationId.ShouldBe(outer.MessageId.ToString());
    }

    [Fact]
    public void AnEdgeGivesCorrelationCauseUserAndTenant()
    {
        var cause = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        MessageContext context;
        using (_contexts.Begin(new() { CorrelationId = "c", CausationId = cause, UserId = "u", TenantId = "t" }))
        {
            _contexts.Current!.UserId.ShouldBe("u");
            context = Dispatch(() => _contexts.Current!);
        }

        context.CorrelationId.ShouldBe("c");
        context.CausationId.ShouldBe(cause);
        context.UserId.ShouldBe("u");
        context.TenantId.ShouldBe("t");
        _contexts.Current.ShouldBeNull();
    }

    [Fact]
    public void AnEdgeWithoutCauseCausesNothing()
    {
        using var edge = _contexts.Begin(new());

        Dispatch(() => _contexts.Current!).CausationId.ShouldBeNull();
    }

    [Fact]
    public void MessagesOfOneEdgeShareTheirCorrelation()
    {
        using var edge = _contexts.Begin(new());
        var first = Dispatch(() => _contexts.Current!);
        var second = Dispatch(() => _contexts.Current!);

        second.CorrelationId.ShouldBe(first.CorrelationId);
        first.MessageId.ShouldNotBe(second.MessageId);
    }

    [Fact]
    public void WithoutACorrelationIdTheTraceIdOfTheEdgeIsTaken()
    {
        using var activity = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        var context = Dispatch(() => _contexts.Current!);
        activity.Stop();

        context.CorrelationId.ShouldBe(activity.TraceId.ToHexString());
    }

    [Fact]
    public async Task TheContextFollowsTheAsynchronousFlowAndDoesNotLeakIntoTheCaller()
    {
        var pending = Handle();
        _contexts.Current.ShouldBeNull();

        var (before, after) = await pending;
        after.ShouldBeSameAs(before);
        _contexts.Current.ShouldBeNull();

        async Task<(MessageContext?, MessageContext?)> Handle()
        {
            var state = _middleware.Before();
            var atFirst = _contexts.Current;
            await Task.Yield();
            var later = _contexts.Current;
            _middleware.Finally(state);
            _contexts.Current.ShouldBeNull();
            return (atFirst, later);
        }
    }

    [Fact]
    public void WhereTheFlowIsSuppressedTheContextIsRestoredAllTheSame()
    {
        using (ExecutionContext.SuppressFlow())
        {
            Dispatch(() => _contexts.Current!).ShouldNotBeNull();
            _contexts.Current.ShouldBeNull();
        }
    }

    [Fact]
    public void TwoContainersDoNotSeeOneAnothersContexts()
    {
        using var other = Container.Create();
        using var edge = _contexts.Begin(new() { UserId = "u" });

        other.GetRequiredService<IMessageContextAccessor>().Current.ShouldBeNull();
    }

    [Fact]
    public void TheIdIsMadeOnceUnderConcurrency()
    {
        var context = Dispatch(() => _contexts.Current!);

        var ids = new Guid[64];
        Parallel.For(0, ids.Length, index => ids[index] = context.MessageId);

        ids.Distinct().ShouldHaveSingleItem();
        _ids.Count.ShouldBe(1);
    }

    [Fact]
    public void MessagesThatGoOnAndOnInOneFlowDoNotHoldOneAnother()
    {
        var early = Chain();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        early.IsAlive.ShouldBeFalse();
        _contexts.Current.ShouldNotBeNull();

        WeakReference Chain()
        {
            _middleware.Before(); // The first is the origin's; the ones after it come and go.
            _middleware.Before();
            var reference = new WeakReference(_contexts.Current);
            _middleware.Before();
            _middleware.Before();
            _middleware.Before();
            return reference;
        }
    }

    [Fact]
    public void AMessageWhoseIdsNobodyReadsAllocatesLittle()
    {
        BytesPerMessage().ShouldBeLessThanOrEqualTo(200);
        using var edge = _contexts.Begin(new());
        BytesPerMessage().ShouldBeLessThanOrEqualTo(136);

        long BytesPerMessage()
        {
            _middleware.Finally(_middleware.Before());
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int index = 0; index < 100; index++)
            {
                _middleware.Finally(_middleware.Before());
            }

            return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        }
    }

    private T Dispatch<T>(Func<T> handler)
    {
        var state = _middleware.Before();
        try
        {
            return handler();
        }
        finally
        {
            _middleware.Finally(state);
        }
    }

    private sealed class CountingIds : IIdGenerator
    {
        private int _count;

        public int Count => _count;

        public Guid NewId() => new(Interlocked.Increment(ref _count), 0, 0, new byte[8]);
    }
}
