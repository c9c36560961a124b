namespace CqrsGen.BuiltIns.Tests.Timeouts;

/// <summary>Timeouts as generated pipelines have them.</summary>
public sealed class TimeoutTests : IDisposable
{
    private readonly App _app = new();

    public static TheoryData<string> Shapes =>
    [
        nameof(Bare), nameof(BareVoid), nameof(BareResult), nameof(Hooked), nameof(HookedLater), nameof(Wrapped),
        nameof(Nested),
    ];

    public void Dispose() => _app.Dispose();

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task AMessageInTimeAnswers(string shape)
    {
        await Send(shape, Work.None);
        await Send(shape, Work.Suspend);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task AMessageThatWaitsLongerThanItsLimitIsATimeout(string shape)
    {
        var exception = await Should.ThrowAsync<MessageTimeoutException>(() => Send(shape, Work.Wait));

        exception.MessageName.ShouldBe(shape == nameof(Nested) ? nameof(Bare) : shape);
        exception.Limit.ShouldBe(TimeSpan.FromSeconds(Limits.Seconds));
        exception.InnerException.ShouldBeAssignableTo<OperationCanceledException>();
        _app.Journal.Lines[0].ShouldBe(shape == nameof(Hooked)
            ? "inside: TaskCanceledException, cancelled: True"
            : "outside: MessageTimeoutException");
        _app.Journal.Lines.ShouldContain("outside cancelled: False");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task AMessageThatBlocksLongerThanItsLimitIsATimeout(string shape) =>
        await Should.ThrowAsync<MessageTimeoutException>(() => Task.Run(() => Send(shape, Work.Block)));

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task TheCallersCancellationIsOneOfTheCallersToken(string shape)
    {
        using var app = new App(static options =>
        {
            foreach (string message in Shapes.Select(static (object[] row) => (string)row[0]))
            {
                options.Timeouts.Messages[message] = TimeSpan.FromMinutes(5);
            }
        });
        using var caller = new CancellationTokenSource();
        var pending = Send(app, shape, Work.Wait, caller.Token);
        await caller.CancelAsync();

        var exception = await Should.ThrowAsync<OperationCanceledException>(() => pending);

        exception.ShouldNotBeOfType<MessageTimeoutException>();
        exception.CancellationToken.ShouldBe(caller.Token);
        app.Journal.Lines.ShouldContain("outside cancelled: True");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task OtherFailuresAreNoTimeouts(string shape)
    {
        if (shape == nameof(BareResult))
        {
            (await _app.Bus.QueryAsync(new BareResult(Work.Fail))).IsSuccess.ShouldBeFalse();
            _app.Journal.Lines[0].ShouldBe("outside: NotFoundException");
            return;
        }

        await Should.ThrowAsync<InvalidOperationException>(() => Send(shape, Work.Fail));
    }

    [Fact]
    public async Task AMessageWithoutLimitWaitsForItsCaller()
    {
        using var caller = new CancellationTokenSource();
        var pending = Send(nameof(Unlimited), Work.Wait, caller.Token);
        await Task.Delay(TimeSpan.FromSeconds(2 * Limits.Seconds));
        pending.IsCompleted.ShouldBeFalse();
        await caller.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => pending)).CancellationToken.ShouldBe(caller.Token);
    }

    [Fact]
    public async Task TheLimitOfTheOptionsWins()
    {
        using var app = new App(static options =>
            options.Timeouts.Messages["Unlimited"] = TimeSpan.FromSeconds(Limits.Seconds));

        await Should.ThrowAsync<MessageTimeoutException>(
            async () => await app.Bus.QueryAsync(new Unlimited(Work.Wait)));
    }

    [Fact]
    public async Task ATimeoutOfAMessageThatHasNoneIsAnErrorAtTheFirstUse()
    {
        using var app = new App(static options =>
            options.Timeouts.Messages[nameof(ReadLater)] = TimeSpan.FromSeconds(Limits.Seconds));

        (await Should.ThrowAsync<CqrsConfigurationException>(
                async () => await app.Bus.QueryAsync(new Unlimited(Work.None))))
            .Message.ShouldContain("Timeouts:Messages:ReadLater");
    }

    [Fact]
    public async Task WhatIsReadLaterIsNotCancelledByAnotherMessage()
    {
        var page = await _app.Bus.QueryAsync(new ReadLater());
        var bag = await _app.Bus.QueryAsync(new ReadFromBag());
        using var other = new CancellationTokenSource();
        var pending = Send(nameof(Bare), Work.Wait, other.Token);
        await other.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => pending);

        page.Rows.ToList().ShouldBe([1, 2]);
        ((IEnumerable<int>)bag).ToList().ShouldBe([1, 2]);
    }

    [Fact]
    public async Task ManyMessagesWithRacingCancellationsNeverHitOneAnother()
    {
        int foreign = 0;
        await Parallel.ForAsync(0, 4_000, async (index, _) =>
        {
            using var caller = index % 3 == 0 ? new CancellationTokenSource() : null;
            if (index % 2 == 0)
            {
                caller?.CancelAfter(TimeSpan.FromMilliseconds(index % 5));
            }

            try
            {
                await Send(
                    index % 4 == 0 ? nameof(Nested) : nameof(Hooked),
                    index % 5 == 0 ? Work.Suspend : Work.None,
                    caller?.Token ?? default);
            }
            catch (OperationCanceledException exception)
            {
                foreign += exception.CancellationToken == caller?.Token ? 0 : 1;
            }
        });

        foreign.ShouldBe(0);
    }

    private Task Send(string shape, Work work, CancellationToken token = default) => Send(_app, shape, work, token);

    private static async Task Send(App app, string shape, Work work, CancellationToken token)
    {
        switch (shape)
        {
            case nameof(Bare):
                await app.Bus.SendAsync(new Bare(work), token);
                break;
            case nameof(BareVoid):
                await app.Bus.SendAsync(new BareVoid(work), token);
                break;
            case nameof(BareResult):
                (await app.Bus.QueryAsync(new BareResult(work), token)).IsSuccess.ShouldBeTrue();
                break;
            case nameof(Hooked):
                await app.Bus.SendAsync(new Hooked(work), token);
                break;
            case nameof(HookedLater):
                await app.Bus.SendAsync(new HookedLater(work), token);
                break;
            case nameof(Wrapped):
                await app.Bus.SendAsync(new Wrapped(work), token);
                break;
            case nameof(Nested):
                await app.Bus.SendAsync(new Nested(work), token);
                break;
            default:
                await app.Bus.QueryAsync(new Unlimited(work), token);
                break;
        }
    }
}
