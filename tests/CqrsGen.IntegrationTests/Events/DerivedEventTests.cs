namespace CqrsGen.IntegrationTests.Events;

public sealed class DerivedEventTests
{
    [Fact]
    public async Task AnEventOfAnUnknownTypeReachesThoseWhoListenToItsBaseAndToItsInterfaces()
    {
        await using var provider = App.Build();

        await provider.Bus().PublishAsync(new MovedFar());

        provider.GetRequiredService<Journal>().Lines.ShouldBe(["moved", "audited"]);
    }

    [Fact]
    public async Task AnEventOfTheBaseTypeReachesThoseOfTheBaseAlone()
    {
        await using var provider = App.Build();

        await provider.Bus().PublishAsync(new Moved());

        provider.GetRequiredService<Journal>().Lines.ShouldBe(["moved"]);
    }
}
