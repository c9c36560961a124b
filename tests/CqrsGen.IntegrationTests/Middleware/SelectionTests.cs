namespace CqrsGen.IntegrationTests.Middleware;

/// <summary>Which middleware a message gets.</summary>
public sealed class SelectionTests
{
    [Fact]
    public async Task ConstraintsOnTheMessageSelect()
    {
        await using var provider = App.Build();
        await provider.Bus().SendAsync(new MarkedClass());
        await provider.Bus().SendAsync(new MarkedStruct());
        provider.GetRequiredService<Journal>().Lines.ShouldBe(
            [
                "any MarkedClass",
                "class MarkedClass",
                "new MarkedClass",
                "any MarkedStruct",
                "struct MarkedStruct",
                "new MarkedStruct",
            ]);
    }

    [Fact]
    public async Task ConstraintsThatNameTheResultHoldForEveryShapeOfResult()
    {
        await using var provider = App.Build();
        var bus = provider.Bus();
        var journal = provider.GetRequiredService<Journal>();
        await bus.QueryAsync(new GetNullableNumber());
        await bus.QueryAsync(new GetNullableText());
        await bus.QueryAsync(new GetNamedPair());
        await bus.QueryAsync(new GetNestedTexts());
        journal.Lines.ShouldBe(
            [
                "around GetNullableNumber", "Int32 of GetNullableNumber",
                "around GetNullableText", "String of GetNullableText",
                "around GetNamedPair", "ValueTuple`2 of GetNamedPair",
                "around GetNestedTexts", "List`1 of GetNestedTexts",
            ]);
    }

    [Fact]
    public async Task ConstraintsOnTheResultSelect()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new GivesResult())).IsSuccess.ShouldBeTrue();
        (await provider.Bus().SendAsync(new GivesNumber())).ShouldBe(1);
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["result of GivesResult", "number of GivesNumber"]);
    }

    [Fact]
    public async Task KindsSelect()
    {
        await using var provider = App.Build();
        await provider.Bus().SendAsync(new KindCommand());
        await provider.Bus().QueryAsync(new KindQuery());
        await provider.Bus().StreamAsync(new KindStream()).ToListAsync();
        await provider.Bus().PublishAsync(new KindEvent());
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["KindCommand", "KindStream"]);
    }

    [Fact]
    public async Task ExplicitMiddlewareAppliesWhereItIsUsed()
    {
        await using var provider = App.Build();
        await provider.Bus().SendAsync(new UsesOnMessage());
        await provider.Bus().SendAsync(new UsesOnHandler());
        await provider.Bus().SendAsync(new UsesOnMethod());
        await provider.Bus().SendAsync(new UsesNothing());
        provider.GetRequiredService<Journal>().Lines.ShouldBe(
            ["used UsesOnMessage", "used around UsesOnMessage", "used UsesOnHandler", "used UsesOnMethod"]);
    }

    [Fact]
    public async Task OverloadsOfAHookFitTheMessage()
    {
        await using var provider = App.Build();
        await provider.Bus().SendAsync(new OverloadedA());
        await provider.Bus().SendAsync(new OverloadedB());
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["exactly OverloadedA", "generic OverloadedB"]);
    }

    [Fact]
    public async Task NamesOfLocalsAreFreeForMiddleware()
    {
        await using var provider = App.Build();
        await provider.Bus().SendAsync(new Crowded());
        provider.GetRequiredService<Journal>().Lines.ShouldBe(
            ["Message", "Dispatcher", "Position", "Result", "Retry", "RetryState", "class", "scope ended"]);
    }

    [Fact]
    public async Task ScopedMiddlewareIsOnePerScopeAndOpensOneAtTheRoot()
    {
        await using var provider = App.Build();
        int first = await provider.Bus().QueryAsync(new AskScopedHook());
        int second = await provider.Bus().QueryAsync(new AskScopedHook());
        second.ShouldNotBe(first);
        await using var scope = provider.CreateAsyncScope();
        int third = await scope.ServiceProvider.Bus().QueryAsync(new AskScopedHook());
        (await scope.ServiceProvider.Bus().QueryAsync(new AskScopedHook())).ShouldBe(third);
    }

    [Fact]
    public async Task AStaticHookNeedsNoInstance()
    {
        await using var provider = App.Build();
        StaticHook.Calls.Value = 0;
        await provider.Bus().SendAsync(new StaticallyHooked());
        StaticHook.Calls.Value.ShouldBe(1);
    }
}
