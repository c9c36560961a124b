namespace CqrsGen.IntegrationTests.Middleware;

/// <summary>Pipelines of hooks do what nested functions would do, whatever throws, answers early or recovers.</summary>
public sealed class OnionTests
{
    private const int Hooks = 3;

    private static readonly string[] _steps =
    [
        .. Enumerable.Range(1, Hooks).SelectMany(static hook =>
            new[] { $"Before{hook}", $"After{hook}", $"Failed{hook}", $"Finally{hook}" }),
    ];

    [Theory]
    [InlineData("Sync")]
    [InlineData("SyncVoid")]
    [InlineData("SyncResult")]
    [InlineData("Async")]
    [InlineData("AsyncVoid")]
    [InlineData("AsyncResult")]
    [InlineData("Mixed")]
    [InlineData("MixedVoid")]
    [InlineData("MixedResult")]
    [InlineData("Around")]
    [InlineData("AroundVoid")]
    [InlineData("AroundResult")]
    public async Task ThrowingStepsAreFailuresToWhatIsOutsideThem(string message)
    {
        await using var provider = App.Build();
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            for (int mask = 0; mask < 1 << _steps.Length; mask++)
            {
                // Any one or two steps at once, and every eleventh larger set.
                if (int.PopCount(mask) <= 2 || mask % 11 == 0)
                {
                    await ShouldBehaveLikeTheModel(provider, message, () => new Plan
                    {
                        Handler = outcome,
                        Throwing = [.. _steps.Where((_, index) => (mask & (1 << index)) != 0)],
                    });
                }
            }
        }
    }

    [Theory]
    [InlineData("Sync")]
    [InlineData("SyncVoid")]
    [InlineData("SyncResult")]
    [InlineData("Async")]
    [InlineData("AsyncVoid")]
    [InlineData("AsyncResult")]
    [InlineData("Mixed")]
    [InlineData("MixedVoid")]
    [InlineData("MixedResult")]
    [InlineData("Around")]
    [InlineData("AroundVoid")]
    [InlineData("AroundResult")]
    public async Task EarlyAnswersAndRecoveriesGoOutwards(string message)
    {
        await using var provider = App.Build();
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            foreach (string throwing in _steps.Prepend(""))
            {
                for (int hook = 0; hook <= Hooks * (Hooks + 2); hook++)
                {
                    await ShouldBehaveLikeTheModel(provider, message, () => new Plan
                    {
                        Handler = outcome,
                        Throwing = [throwing],
                        Answering = hook % (Hooks + 1),
                        Recovering = hook / (Hooks + 1),
                    });
                }
            }
        }
    }

    private static async Task ShouldBehaveLikeTheModel(IServiceProvider provider, string message, Func<Plan> make)
    {
        var (plan, model) = (make(), make());
        string actual = await EndOf(async () => await Send(provider, message, plan));
        string expected = await EndOf(() => Task.FromResult(ModelOf(message, model).Run()));
        string.Join(" ", plan.Log.Append(actual))
            .ShouldBe(string.Join(" ", model.Log.Append(expected)), $"{message}: {plan}");
    }

    private static async Task<string> EndOf(Func<Task<object>> run)
    {
        try
        {
            return $"= {await run()}";
        }
        catch (PlannedException exception)
        {
            return $"! {exception.Message}";
        }
    }

    private static OnionModel ModelOf(string message, Plan plan) => message switch
    {
        _ when message.EndsWith("Void", StringComparison.Ordinal) => new(plan, Hooks, Unit.Value, Unit.Value, null),
        _ when message.EndsWith("Result", StringComparison.Ordinal) => new(
            plan,
            Hooks,
            (Result<int>)1,
            (Result<int>)2,
            Error.Conflict("planned", "Planned.").ToException().Message),
        _ => new(plan, Hooks, 1, 2, null),
    };

    private static async Task<object> Send(IServiceProvider provider, string message, Plan plan)
    {
        var bus = provider.Bus();
        switch (message)
        {
            case "Sync":
                return await bus.SendAsync(new SyncOnion(plan));
            case "SyncVoid":
                return await bus.SendAsync((ICommand<Unit>)new SyncVoidOnion(plan));
            case "SyncResult":
                return await bus.SendAsync(new SyncResultOnion(plan));
            case "Async":
                return await bus.SendAsync(new AsyncOnion(plan));
            case "AsyncVoid":
                return await bus.SendAsync((ICommand<Unit>)new AsyncVoidOnion(plan));
            case "AsyncResult":
                return await bus.SendAsync(new AsyncResultOnion(plan));
            case "Mixed":
                return await bus.SendAsync(new MixedOnion(plan));
            case "MixedVoid":
                return await bus.SendAsync((ICommand<Unit>)new MixedVoidOnion(plan));
            case "MixedResult":
                return await bus.SendAsync(new MixedResultOnion(plan));
            case "Around":
                return await bus.SendAsync(new AroundOnion(plan));
            case "AroundVoid":
                return await bus.SendAsync((ICommand<Unit>)new AroundVoidOnion(plan));
            case "AroundResult":
                return await bus.SendAsync(new AroundResultOnion(plan));
            default:
                throw new ArgumentOutOfRangeException(nameof(message));
        }
    }
}
