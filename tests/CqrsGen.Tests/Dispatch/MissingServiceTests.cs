using CqrsGen.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Dispatch;

/// <summary>Without a host a missing service shows at its first use, and then says who needs it.</summary>
public sealed class MissingServiceTests
{
    [Fact]
    public void AMissingServiceIsNamedWithItsConsumer()
    {
        using var provider = Container.Create(plan: ShopRoutes.Plan);

        Should.Throw<CqrsConfigurationException>(() => provider.Composition().Root.Required<Ledger>())
            .Problems.ShouldBe(
                ["CqrsGen.Tests.Dispatch.Ledger is not registered. Register it in the service collection. " +
                "Needed by: AddHandler."]);
    }

    [Fact]
    public void AMissingKeyedServiceIsNamedWithItsKey()
    {
        using var provider = Container.Create(
            static services => services.AddSingleton<Log>().AddKeyedSingleton<Ledger>("other"), plan: ShopRoutes.Plan);

        Should.Throw<CqrsConfigurationException>(() => provider.Composition().Root.Required<Ledger>("archive"))
            .Message.ShouldBe(
                "CqrsGen.Tests.Dispatch.Ledger is not registered with the key 'archive'. Register it in the service " +
                "collection. Needed by: ArchiveHandler.");
    }

    [Fact]
    public void AServiceThatNoHandlerIsKnownToNeedIsNamedAlone()
    {
        using var provider = Container.Create(plan: ShopRoutes.Plan);

        Should.Throw<CqrsConfigurationException>(() => provider.Composition().Root.Required<Version>())
            .Message.ShouldBe("System.Version is needed and not registered. Register it.");
    }

    [Fact]
    public void WhatIsRegisteredIsGiven()
    {
        using var provider = Container.Create(
            static services => services.AddSingleton<Log>().AddKeyedSingleton<Log>("key"), plan: ShopRoutes.Plan);
        var dispatcher = provider.Composition().Root;

        dispatcher.Required<Log>().ShouldBeSameAs(provider.GetRequiredService<Log>());
        dispatcher.Required<Log>("key").ShouldBeSameAs(provider.GetRequiredKeyedService<Log>("key"));
    }
}
