namespace CqrsGen.IntegrationTests.Handlers;

/// <summary>How long handlers live, and who disposes them.</summary>
public sealed partial class LifetimeTests
{
    [Fact]
    public async Task AHandlerWithoutDependenciesIsASingleton()
    {
        await using var provider = App.Build();
        int first = await provider.Bus().QueryAsync(new WhoIsBare());
        await using var scope = provider.CreateAsyncScope();
        (await scope.ServiceProvider.Bus().QueryAsync(new WhoIsBare())).ShouldBe(first);
    }

    [Fact]
    public async Task AHandlerWithKnownSingletonsIsASingleton()
    {
        await using var provider = App.Build();
        int first = await provider.Bus().QueryAsync(new WhoHasSingletons());
        (await provider.Bus().QueryAsync(new WhoHasSingletons())).ShouldBe(first);
    }

    [Fact]
    public async Task AHandlerWithOtherDependenciesIsOnePerScope()
    {
        await using var provider = App.Build();
        await using var one = provider.CreateAsyncScope();
        await using var two = provider.CreateAsyncScope();
        int first = await one.ServiceProvider.Bus().QueryAsync(new WhoIsScoped());
        (await one.ServiceProvider.Bus().QueryAsync(new WhoIsScoped())).ShouldBe(first);
        (await two.ServiceProvider.Bus().QueryAsync(new WhoIsScoped())).ShouldNotBe(first);
    }

    [Fact]
    public async Task AStatedLifetimeWins()
    {
        await using var provider = App.Build();
        int scoped = await provider.Bus().QueryAsync(new WhoSaysScoped());
        (await provider.Bus().QueryAsync(new WhoSaysScoped())).ShouldNotBe(scoped);
        int singleton = await provider.Bus().QueryAsync(new WhoSaysSingleton());
        (await provider.Bus().QueryAsync(new WhoSaysSingleton())).ShouldBe(singleton);
    }

    [Fact]
    public async Task ASingletonIsMadeOnceUnderConcurrency()
    {
        await using var provider = App.Build(static services => services.AddSingleton<SlowBirths>());
        var births = provider.GetRequiredService<SlowBirths>();
        await Parallel.ForAsync(0, 16, async (_, token) => await provider.Bus().SendAsync(new UseSlow(), token));
        births.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AScopedHandlerIsMadeOncePerScopeUnderConcurrency()
    {
        await using var provider = App.Build(static services => services.AddSingleton<SlowBirths>());
        var births = provider.GetRequiredService<SlowBirths>();
        await using var scope = provider.CreateAsyncScope();
        var bus = scope.ServiceProvider.Bus();
        await Parallel.ForAsync(0, 16, async (_, token) => await bus.SendAsync(new UseSlowScoped(), token));
        births.Count.ShouldBe(1);
    }

    [Fact]
    public async Task WhatGeneratedCodeMakesItDisposes()
    {
        var provider = App.Build();
        var journal = provider.GetRequiredService<Journal>();
        await provider.Bus().SendAsync(new UseDisposable());
        await using (var scope = provider.CreateAsyncScope())
        {
            await scope.ServiceProvider.Bus().SendAsync(new UseScopedDisposable());
            journal.Lines.ShouldBe([]);
        }

        journal.Lines.ShouldBe(["scoped handler disposed", "scope ended"]);
        await provider.DisposeAsync();
        journal.Lines[^1].ShouldBe("singleton handler disposed");
    }

    [Fact]
    public async Task SentFromTheRootAScopedHandlerGetsAScopeOfItsOwn()
    {
        await using var provider = App.Build();
        var journal = provider.GetRequiredService<Journal>();
        int first = await provider.Bus().QueryAsync(new WhoIsScoped());
        journal.Lines.ShouldBe(["scope ended"]);
        (await provider.Bus().QueryAsync(new WhoIsScoped())).ShouldNotBe(first);
        journal.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task NestedSendsStayInTheScope()
    {
        await using var provider = App.Build();
        (await provider.Bus().QueryAsync(new AskNested())).ShouldBeTrue();
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["scope ended"]);
    }

    [Fact]
    public async Task AStreamsScopeLivesUntilItsEnumerationEnds()
    {
        await using var provider = App.Build();
        var journal = provider.GetRequiredService<Journal>();
        await foreach (int _ in provider.Bus().StreamAsync(new CountByMethod(5)))
        {
            journal.Lines.ShouldBe([]);
            break;
        }

        journal.Lines.ShouldBe(["scope ended"]);
    }

    [Fact]
    public async Task ASingletonThatTakesABusSendsFromTheRoot()
    {
        await using var provider = App.Build(static services => services.AddSingleton<Background>());
        var background = provider.GetRequiredService<Background>();
        await background.Bus.QueryAsync(new WhoIsScoped());
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["scope ended"]);
    }

    [Fact]
    public void ADependencyThatIsNotRegisteredSaysSo()
    {
        using var provider = App.Build();
        Should.Throw<CqrsConfigurationException>(async () => await provider.Bus().SendAsync(new UseSlow()))
            .Message.ShouldContain(nameof(SlowBirths) + " is not registered.");
    }
}
