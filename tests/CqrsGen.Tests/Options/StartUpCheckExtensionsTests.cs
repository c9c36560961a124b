using CqrsGen.Tests.Dispatch;
using CqrsGen.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Options;

public sealed class StartUpCheckExtensionsTests
{
    [Fact]
    public void AnApplicationInOrderPasses()
    {
        using var provider = ShopContainer.Create();

        Should.NotThrow(provider.CheckCqrsGen);
    }

    [Fact]
    public void AMissingServiceIsNamed()
    {
        using var provider = Container.Create(plan: ShopRoutes.Plan);

        Should.Throw<CqrsConfigurationException>(provider.CheckCqrsGen)
            .Problems.ShouldContain(static problem => problem.Contains("Ledger", StringComparison.Ordinal)
                && problem.Contains("not registered", StringComparison.Ordinal));
    }

    [Fact]
    public void AWrongOptionIsNamed()
    {
        using var provider = ShopContainer.Create(
            configure: static options => options.Timeouts.Command = TimeSpan.FromSeconds(-5));

        Should.Throw<CqrsConfigurationException>(provider.CheckCqrsGen)
            .Message.ShouldContain("CqrsGen:Timeouts:Command is -00:00:05");
    }

    [Fact]
    public void AContainerWithoutCqrsGenIsToldSo()
    {
        using var provider = new ServiceCollection().BuildServiceProvider();

        Should.Throw<CqrsConfigurationException>(provider.CheckCqrsGen).Message.ShouldContain("Call AddCqrsGen");
    }
}
