using CqrsGen.Infrastructure;
using CqrsGen.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Dispatch;

public sealed class HandlerReplacementTests
{
    [Fact]
    public async Task AReplacedHandlerIsUsedInThatContainerOnly()
    {
        using var replaced = ShopContainer.Create(
            static services => services.ReplaceHandler<ICommandHandler<Add, int>>(new Fixed(42)));
        using var original = ShopContainer.Create();

        (await replaced.GetRequiredService<IDispatcher>().SendAsync(new Add(1))).ShouldBe(42);
        (await original.GetRequiredService<IDispatcher>().SendAsync(new Add(1))).ShouldBe(1);
    }

    [Fact]
    public async Task AReplacementIsMadeFromTheServicesOfTheScopeAndTheLastOneWins()
    {
        using var provider = ShopContainer.Create(static services => services
            .ReplaceHandler<ICommandHandler<Add, int>>(new Fixed(1))
            .ReplaceHandler<ICommandHandler<Add, int>>(static scope =>
                new Fixed(scope.GetRequiredService<Ledger>().Total)));
        using var scope = provider.CreateScope();
        scope.ServiceProvider.GetRequiredService<Ledger>().Total = 17;

        (await scope.ServiceProvider.GetRequiredService<IDispatcher>().SendAsync(new Add(1))).ShouldBe(17);
    }

    [Fact]
    public void AnEventHandlerIsReplacedByItsClass()
    {
        var fake = new FakeMail();
        using var provider = ShopContainer.Create(
            services => services.ReplaceEventHandler<Mail, ForeignEvent>(fake));

        provider.Composition().Replacement<ReplacedEventHandler<Mail, ForeignEvent>>(provider).ShouldBeSameAs(fake);
        provider.GetRequiredService<Dispatcher>().HasReplacements.ShouldBeTrue();
    }

    [Theory]
    [InlineData("event", "ReplaceEventHandler<Mail, UnknownEvent>", "ReplaceEventHandler<Mail, ForeignEvent>?")]
    [InlineData("class", "ReplaceEventHandler<Log, ForeignEvent>", "ReplaceEventHandler<Mail, ForeignEvent>?")]
    [InlineData("name", "ReplaceHandler<ICommandHandler<Adds, Int32>>", "ReplaceHandler<ICommandHandler<Add, Int32>>?")]
    [InlineData("nothing", "ReplaceHandler<IQueryHandler<NobodysQuery, Int32>>", "compose the module of that handler.")]
    public void AReplacementOfWhatTheApplicationDoesNotHaveIsRefused(string what, string replaced, string remedy)
    {
        using var provider = ShopContainer.Create(services => _ = what switch
        {
            "event" => services.ReplaceEventHandler<Mail, UnknownEvent>(new Deaf()),
            "class" => services.ReplaceEventHandler<Log, ForeignEvent>(new FakeMail()),
            "name" => services.ReplaceHandler<ICommandHandler<Adds, int>>(static _ => null!),
            _ => services.ReplaceHandler<IQueryHandler<NobodysQuery, int>>(static _ => null!),
        });

        var exception = Should.Throw<CqrsConfigurationException>(() => provider.GetRequiredService<IDispatcher>());

        string problem = exception.Problems.ShouldHaveSingleItem();
        problem.ShouldStartWith(replaced + " replaces nothing");
        problem.ShouldEndWith(remedy);
        Should.Throw<CqrsConfigurationException>(provider.CheckCqrsGen).Problems.ShouldBe([problem]);
    }

    [Fact]
    public void WhatIsNoHandlerInterfaceIsRefused()
    {
        var services = new ServiceCollection();

        Should.Throw<ArgumentException>(() => services.ReplaceHandler(new Fixed(1)))
            .Message.ShouldContain("ICommandHandler<PlaceOrder, OrderId>");
        Should.Throw<ArgumentException>(() => services.ReplaceHandler<IEventHandler<ForeignEvent>>(new FakeMail()));
        Should.Throw<ArgumentException>(() => services.ReplaceHandler<IDisposable>(static _ => null!));
    }

    private sealed class Fixed(int answer) : ICommandHandler<Add, int>
    {
        public ValueTask<int> HandleAsync(Add command, CancellationToken cancellationToken) => new(answer);
    }

    private sealed class Deaf : IEventHandler<UnknownEvent>
    {
        public ValueTask HandleAsync(UnknownEvent @event, CancellationToken cancellationToken) => default;
    }

    private sealed class FakeMail : IEventHandler<ForeignEvent>
    {
        public ValueTask HandleAsync(ForeignEvent @event, CancellationToken cancellationToken) => default;
    }
}
