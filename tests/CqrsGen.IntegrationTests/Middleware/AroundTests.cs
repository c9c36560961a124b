namespace CqrsGen.IntegrationTests.Middleware;

/// <summary>Around middleware decides if, when and how often the rest runs.</summary>
public sealed class AroundTests
{
    [Fact]
    public async Task TheOrderIsThatOfTheAttributes()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new Wrapped("x"))).ShouldBe("outer(inner(x))");
    }

    [Fact]
    public async Task TheRestMayRunNever()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new Wrapped("cached"))).ShouldBe("outer(from cache)");
    }

    [Fact]
    public async Task TheRestMayRunSeveralTimesEachInItsScope()
    {
        await using var provider = App.Build();
        await using var scope = provider.CreateAsyncScope();
        var attempts = await scope.ServiceProvider.Bus().SendAsync(new Flaky(3));
        attempts.Count.ShouldBe(3);
        attempts.Distinct().Count().ShouldBe(3);
        attempts.ShouldNotContain(scope.ServiceProvider.GetRequiredService<ScopedService>().Number);
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["scope ended", "scope ended", "scope ended"]);
    }

    [Fact]
    public async Task AVoidCommandAndAnEventAreSeenAsUnit()
    {
        await using var provider = App.Build();
        await provider.Bus().SendAsync(new VoidWrapped());
        await provider.Bus().PublishAsync(new EventWrapped());
        provider.GetRequiredService<Journal>().Lines.ShouldBe(
            [
                "before VoidWrapped",
                "handled",
                "after VoidWrapped ()",
                "before EventWrapped",
                "heard",
                "after EventWrapped ()",
            ]);
    }

    [Fact]
    public async Task TheMessageAndTheTokenMayBeReplaced()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new Replaced("a"))).ShouldBe("b cancellable");
    }

    [Fact]
    public async Task WhatIsKnownOfTheMessageIsAtHand()
    {
        await using var provider = App.Build();
        (await provider.Bus().QueryAsync(new Described())).ShouldBe("described Query Described 00:00:02.5000000");
    }
}
