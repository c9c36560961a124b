namespace CqrsGen.IntegrationTests.Middleware;

/// <summary>A failed result is a failure to hooks, in whatever shape it comes.</summary>
public sealed class ResultShapeTests
{
    private const string Failed = "failed: NotFoundException";

    [Theory]
    [InlineData(nameof(Answer.Success), "after")]
    [InlineData(nameof(Answer.Nothing), "after")]
    [InlineData(nameof(Answer.Failure), Failed)]
    [InlineData(nameof(Answer.FailureLater), Failed)]
    public async Task HooksSeeWhetherItFailed(string name, string expected)
    {
        var answer = Enum.Parse<Answer>(name);
        await using var provider = App.Build();
        var bus = provider.Bus();

        (await bus.SendAsync(new OptionalResult(answer)))?.IsSuccess.ShouldBe(expected == "after");
        (await bus.QueryAsync(new OptionalValue(answer)))?.IsSuccess.ShouldBe(expected == "after");
        (await bus.SendAsync(new AnyResult(answer)))?.IsSuccess.ShouldBe(expected == "after");
        await bus.SendAsync(new OwnResult(answer));
        await bus.SendAsync(new CompletedResult(answer));

        provider.GetRequiredService<Journal>().Lines.ShouldBe([expected, expected, expected, expected, expected]);
    }
}
