namespace CqrsGen.IntegrationTests.Middleware;

/// <summary>Hooks and arounds of stream queries run with the enumeration.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task NothingRunsBeforeTheFirstMove()
    {
        await using var provider = App.Build();
        var stream = provider.Bus().StreamAsync(new Numbers(2));
        var journal = provider.GetRequiredService<Journal>();
        journal.Lines.ShouldBe([]);
        await using var items = stream.GetAsyncEnumerator();
        journal.Lines.ShouldBe([]);
        await items.MoveNextAsync();
        journal.Lines[0].ShouldBe("before");
    }

    [Fact]
    public async Task AStreamThatEndsGoesThroughAfterAndFinally()
    {
        await using var provider = App.Build();
        (await provider.Bus().StreamAsync(new Numbers(2)).ToListAsync()).ShouldBe([0, 10]);
        provider.GetRequiredService<Journal>().Lines
            .ShouldBe(["before", "item 0", "item 1", "closed", "after", "finally"]);
    }

    [Fact]
    public async Task WhatAHookMakesCurrentHoldsForEveryItemAndNeverReachesTheReader()
    {
        await using var provider = App.Build();
        AmbientStreamHook.Current.Value = "reader";
        var seen = new List<string>();
        await foreach (string item in provider.Bus().StreamAsync(new AmbientValues()))
        {
            seen.Add($"{item} {AmbientStreamHook.Current.Value}");
        }

        seen.ShouldBe(["hook reader", "hook reader", "hook reader"]);
    }

    [Fact]
    public async Task AHookThatFailsAfterAnEarlyBreakIsHeardOf()
    {
        await using var provider = App.Build();
        var stream = provider.Bus().StreamAsync(new AmbientValues { FailsAfter = true });
        await using var items = stream.GetAsyncEnumerator();
        await items.MoveNextAsync();
        await Should.ThrowAsync<InvalidOperationException>(async () => await items.DisposeAsync());
    }

    [Fact]
    public async Task AnEarlyBreakGoesThroughAfterAndFinally()
    {
        await using var provider = App.Build();
        await foreach (int _ in provider.Bus().StreamAsync(new Numbers(5)))
        {
            break;
        }

        provider.GetRequiredService<Journal>().Lines.ShouldBe(["before", "item 0", "closed", "after", "finally"]);
    }

    [Fact]
    public async Task AFailureInTheMiddleGoesThroughFailedAndFinally()
    {
        await using var provider = App.Build();
        var seen = new List<int>();
        (await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await foreach (int number in provider.Bus().StreamAsync(new Numbers(5, FailAt: 1)))
            {
                seen.Add(number);
            }
        })).Message.ShouldBe("at 1");
        seen.ShouldBe([0]);
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["before", "item 0", "closed", "failed at 1", "finally"]);
    }

    [Fact]
    public async Task ARefusalBeforeTheFirstItemIsThrownToTheReader()
    {
        await using var provider = App.Build();
        await Should.ThrowAsync<NotSupportedException>(async () =>
            await provider.Bus().StreamAsync(new Numbers(-1)).ToListAsync());
        provider.GetRequiredService<Journal>().Lines.ShouldBe([]);
    }

    [Fact]
    public async Task CancellationEndsAnEnumeration()
    {
        await using var provider = App.Build();
        using var source = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            var numbers = provider.Bus().StreamAsync(new Numbers(int.MaxValue));
            await foreach (int _ in numbers.WithCancellation(source.Token))
            {
                await source.CancelAsync();
            }
        });
        provider.GetRequiredService<Journal>().Lines[^1].ShouldBe("finally");
    }

    [Fact]
    public async Task AStreamMayBeReadTwice()
    {
        await using var provider = App.Build();
        var stream = provider.Bus().StreamAsync(new Numbers(2));
        (await stream.ToListAsync()).ShouldBe([0, 10]);
        (await stream.ToListAsync()).ShouldBe([0, 10]);
    }
}
