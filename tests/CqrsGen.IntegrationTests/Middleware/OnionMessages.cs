namespace CqrsGen.IntegrationTests.Middleware;

/// <summary>A message whose pipeline and handler follow a plan.</summary>
internal interface IOnion
{
    Plan Plan { get; }

    object Early { get; }

    object Recovered { get; }
}

internal interface ISyncOnion : IOnion;

internal interface IAsyncOnion : IOnion;

internal interface IMixedOnion : IOnion;

internal interface IAroundOnion : IOnion;

[Command]
internal sealed partial record SyncOnion(Plan Plan) : ICommand<int>, ISyncOnion
{
    public object Early => 1;

    public object Recovered => 2;
}

[Command]
internal sealed partial record SyncVoidOnion(Plan Plan) : ICommand, ISyncOnion
{
    public object Early => Unit.Value;

    public object Recovered => Unit.Value;
}

[Command]
internal sealed partial record SyncResultOnion(Plan Plan) : ICommand<Result<int>>, ISyncOnion
{
    public object Early => (Result<int>)1;

    public object Recovered => (Result<int>)2;
}

[Command]
internal sealed partial record AsyncOnion(Plan Plan) : ICommand<int>, IAsyncOnion
{
    public object Early => 1;

    public object Recovered => 2;
}

[Command]
internal sealed partial record AsyncVoidOnion(Plan Plan) : ICommand, IAsyncOnion
{
    public object Early => Unit.Value;

    public object Recovered => Unit.Value;
}

[Command]
internal sealed partial record AsyncResultOnion(Plan Plan) : ICommand<Result<int>>, IAsyncOnion
{
    public object Early => (Result<int>)1;

    public object Recovered => (Result<int>)2;
}

[Command]
internal sealed partial record MixedOnion(Plan Plan) : ICommand<int>, IMixedOnion
{
    public object Early => 1;

    public object Recovered => 2;
}

[Command]
internal sealed partial record MixedVoidOnion(Plan Plan) : ICommand, IMixedOnion
{
    public object Early => Unit.Value;

    public object Recovered => Unit.Value;
}

[Command]
internal sealed partial record MixedResultOnion(Plan Plan) : ICommand<Result<int>>, IMixedOnion
{
    public object Early => (Result<int>)1;

    public object Recovered => (Result<int>)2;
}

[Command]
internal sealed partial record AroundOnion(Plan Plan) : ICommand<int>, IAroundOnion
{
    public object Early => 1;

    public object Recovered => 2;
}

[Command]
internal sealed partial record AroundVoidOnion(Plan Plan) : ICommand, IAroundOnion
{
    public object Early => Unit.Value;

    public object Recovered => Unit.Value;
}

[Command]
internal sealed partial record AroundResultOnion(Plan Plan) : ICommand<Result<int>>, IAroundOnion
{
    public object Early => (Result<int>)1;

    public object Recovered => (Result<int>)2;
}

internal static class OnionHandlers
{
    [Handler]
    public static ValueTask<int> Handle(SyncOnion command) => Answer(command.Plan);

    [Handler]
    public static async ValueTask Handle(SyncVoidOnion command) => await Answer(command.Plan);

    [Handler]
    public static ValueTask<Result<int>> Handle(SyncResultOnion command) => AnswerWithResult(command.Plan);

    [Handler]
    public static ValueTask<int> Handle(AsyncOnion command) => Answer(command.Plan);

    [Handler]
    public static async ValueTask Handle(AsyncVoidOnion command) => await Answer(command.Plan);

    [Handler]
    public static ValueTask<Result<int>> Handle(AsyncResultOnion command) => AnswerWithResult(command.Plan);

    [Handler]
    public static ValueTask<int> Handle(MixedOnion command) => Answer(command.Plan);

    [Handler]
    public static async ValueTask Handle(MixedVoidOnion command) => await Answer(command.Plan);

    [Handler]
    public static ValueTask<Result<int>> Handle(MixedResultOnion command) => AnswerWithResult(command.Plan);

    [Handler]
    public static ValueTask<int> Handle(AroundOnion command) => Answer(command.Plan);

    [Handler]
    public static async ValueTask Handle(AroundVoidOnion command) => await Answer(command.Plan);

    [Handler]
    public static ValueTask<Result<int>> Handle(AroundResultOnion command) => AnswerWithResult(command.Plan);

    private static ValueTask<int> Answer(Plan plan)
    {
        plan.Log.Add("Handler");
        return plan.Handler switch
        {
            Outcome.Answers => new(42),
            Outcome.AnswersLater => Later(plan),
            Outcome.ThrowsLater => Later(plan),
            _ => throw new PlannedException("Handler"),
        };
    }

    private static async ValueTask<int> Later(Plan plan)
    {
        await Task.Yield();
        return plan.Handler == Outcome.ThrowsLater ? throw new PlannedException("Handler") : 42;
    }

    private static ValueTask<Result<int>> AnswerWithResult(Plan plan)
    {
        switch (plan.Handler)
        {
            case Outcome.Fails:
                plan.Log.Add("Handler");
                return new(Error.Conflict("planned", "Planned."));
            case Outcome.FailsLater:
                plan.Log.Add("Handler");
                return FailLater();
            default:
                return Wrap(Answer(plan));
        }
    }

    private static async ValueTask<Result<int>> FailLater()
    {
        await Task.Yield();
        return Error.Conflict("planned", "Planned.");
    }

    private static async ValueTask<Result<int>> Wrap(ValueTask<int> answer) => await answer;
}
