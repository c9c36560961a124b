namespace CqrsGen.IntegrationTests.Dispatch;

/// <summary>
/// What a stack trace shows between the caller and a handler that throws. The runtime shows asynchronous methods
/// whatever they are marked with, so those are few, and the rest is hidden.
/// </summary>
public sealed class StackTraceTests
{
    [Fact]
    public async Task WithoutMiddlewareOnlyTheHandlerShows()
    {
        await using var provider = App.Build();
        var exception = await Should.ThrowAsync<FallException>(
            async () => await provider.Bus().SendAsync(new FallBare()));

        exception.StackTrace.ShouldNotBeNull().ShouldContain("FallHandlers.Bare(");
        exception.StackTrace!.ShouldNotContain("CqrsGen.Generated");
        exception.StackTrace!.ShouldNotContain("at CqrsGen.Dispatcher");
    }

    [Theory]
    [InlineData(Fall.AtOnce, 2)]
    [InlineData(Fall.Later, 2)]
    [InlineData(Fall.Scoped, 4)]
    [InlineData(Fall.ScopedLater, 4)]
    public async Task TheHandlerComesFirstThenThePipelineAndNothingElse(Fall fall, int most)
    {
        await using var provider = App.Build();
        var bus = provider.Bus();
        var exception = await Should.ThrowAsync<FallException>(async () => await (fall switch
        {
            Fall.AtOnce => bus.SendAsync(new FallAtOnce()),
            Fall.Later => bus.SendAsync(new FallLater()),
            Fall.Scoped => bus.SendAsync(new FallScoped()),
            _ => bus.SendAsync(new FallScopedLater()),
        }));

        string[] frames = [.. exception.StackTrace!.Split('\n').Select(static line => line.Trim())
            .Where(static line => line.StartsWith("at ", StringComparison.Ordinal))
            .Select(static line => line[3..line.IndexOf('(', StringComparison.Ordinal)])];
        string[] ours = [.. frames.Skip(1).TakeWhile(static frame => !frame.Contains(
            nameof(StackTraceTests), StringComparison.Ordinal))];
        frames[0].ShouldBe($"{typeof(FallHandlers).FullName}.{fall}");
        ours.Length.ShouldBeInRange(1, most, string.Join('\n', frames));
        ours.ShouldAllBe(static frame =>
            frame.StartsWith("CqrsGen.Generated.CqrsGen_IntegrationTests_Routes.", StringComparison.Ordinal)
            || frame.StartsWith("CqrsGen.Dispatcher.SendInScope", StringComparison.Ordinal));
    }
}
