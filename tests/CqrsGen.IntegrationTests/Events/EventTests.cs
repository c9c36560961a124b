namespace CqrsGen.IntegrationTests.Events;

/// <summary>Publication reaches every handler, in order and by the stated policy.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task HandlersRunInTheStatedOrderThenByName()
    {
        await using var provider = App.Build();
        await provider.Bus().PublishAsync(new Ordered());
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["first", "a", "b", "base", "any", "last"]);
    }

    [Fact]
    public async Task ADerivedEventReachesTheHandlersOfItsBase()
    {
        await using var provider = App.Build();
        await provider.Bus().PublishAsync(new OrderedMore());
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["first", "a", "b", "base", "more", "any", "last"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheFirstFailureStops(bool later)
    {
        await using var provider = App.Build();
        (await Should.ThrowAsync<InvalidOperationException>(async () =>
            await provider.Bus().PublishAsync(new Stopping(later)))).Message.ShouldBe("second");
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["one"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CollectingRunsAllAndThrowsWhatFailed(bool later)
    {
        await using var provider = App.Build();
        var failures = await Should.ThrowAsync<AggregateException>(async () =>
            await provider.Bus().PublishAsync(new Collecting(later)));
        failures.InnerExceptions.Select(static failure => failure.Message).ShouldBe(["first", "third"]);
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["two"]);
    }

    [Fact]
    public async Task ParallelHandlersHaveScopesOfTheirOwnAndRunAtOnce()
    {
        await using var provider = App.Build();
        await using var scope = provider.CreateAsyncScope();
        using var meeting = new Meeting(2);
        await scope.ServiceProvider.Bus().PublishAsync(new Meet(meeting)).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        meeting.Services.Distinct().Count().ShouldBe(2);
        meeting.Services.ShouldNotContain(scope.ServiceProvider.GetRequiredService<ScopedService>().Number);
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["scope ended", "scope ended"]);
    }

    [Fact]
    public async Task ScopedHandlersOfOneEventShareItsScope()
    {
        await using var provider = App.Build();
        await provider.Bus().PublishAsync(new Shared());
        var lines = provider.GetRequiredService<Journal>().Lines;
        lines.Count.ShouldBe(3);
        lines[0].ShouldBe(lines[1]);
        lines[2].ShouldBe("scope ended");
    }

    [Fact]
    public async Task HooksStandAroundThePublicationAsAWhole()
    {
        await using var provider = App.Build();
        await Should.ThrowAsync<InvalidOperationException>(async () =>
            await provider.Bus().PublishAsync(new HookedEvent()));
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["before", "heard", "failed no"]);
    }
}
