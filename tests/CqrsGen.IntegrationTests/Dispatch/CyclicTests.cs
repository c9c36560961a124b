namespace CqrsGen.IntegrationTests.Dispatch;

/// <summary>Handlers that send one another's messages, and take each other's way there in their constructors.</summary>
public sealed class CyclicTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public async Task ACycleThatEndsAnswers(int length)
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new Ping(length))).ShouldBe(length);
        await using var scope = provider.CreateAsyncScope();
        (await scope.ServiceProvider.Bus().SendAsync(new Pong(length))).ShouldBe(length);
    }

    [Fact]
    public async Task ACycleThatDoesNotEndIsEndedByItsToken()
    {
        await using var provider = App.Build();
        using var source = new CancellationTokenSource();
        var endless = new Ping(-1, left =>
        {
            if (left < -100)
            {
                source.Cancel();
            }
        });
        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await provider.Bus().SendAsync(endless, source.Token));
    }
}
