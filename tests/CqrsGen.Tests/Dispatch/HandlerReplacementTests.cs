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

    private sealed class Mail;

    private sealed class FakeMail : IEventHandler<ForeignEvent>
    {
        public ValueTask HandleAsync(ForeignEvent @event, CancellationToken cancellationToken) => default;
    }
}
