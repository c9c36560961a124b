namespace CqrsGen.IntegrationTests.Middleware;

/// <summary>What a handler of the tests of results answers with.</summary>
internal enum Answer
{
    Success,
    Failure,
    Nothing,
    FailureLater,
}

internal interface IAnswered;

[Command]
internal sealed partial record OptionalResult(Answer Answer) : ICommand<Result?>, IAnswered;

[Query]
internal sealed partial record OptionalValue(Answer Answer) : IQuery<Result<int>?>, IAnswered;

[Command]
internal sealed partial record AnyResult(Answer Answer) : ICommand<IResult?>, IAnswered;

[Command]
internal sealed partial record OwnResult(Answer Answer) : ICommand<Outcomes>, IAnswered;

[Command]
internal sealed partial record CompletedResult(Answer Answer) : IAnswered;

/// <summary>A result of the user's own, which hides the contract.</summary>
internal readonly record struct Outcomes(Error? Error) : IResult
{
    bool IResult.IsSuccess => Error is null;
}

internal static class AnsweringHandlers
{
    private static readonly Error s_error = Error.NotFound("order", "No such order.");

    [Handler]
    public static async ValueTask<Result?> Handle(OptionalResult command)
    {
        await Wait(command.Answer);
        return command.Answer == Answer.Nothing ? (Result?)null : Of(command.Answer);
    }

    [Handler]
    public static async ValueTask<Result<int>?> Handle(OptionalValue query)
    {
        await Wait(query.Answer);
        return query.Answer switch
        {
            Answer.Nothing => (Result<int>?)null,
            Answer.Success => 1,
            _ => Result<int>.Failure(s_error),
        };
    }

    [Handler]
    public static async ValueTask<IResult?> Handle(AnyResult command)
    {
        await Wait(command.Answer);
        return command.Answer == Answer.Nothing ? (IResult?)null : Of(command.Answer);
    }

    [Handler]
    public static async ValueTask<Outcomes> Handle(OwnResult command)
    {
        await Wait(command.Answer);
        return new(command.Answer is Answer.Success or Answer.Nothing ? null : s_error);
    }

    [Handler]
    public static async ValueTask<Outcomes> Handle(CompletedResult command)
    {
        await Wait(command.Answer);
        return new(command.Answer is Answer.Success or Answer.Nothing ? null : s_error);
    }

    private static Result Of(Answer answer) => answer == Answer.Success ? Result.Success : Result.Failure(s_error);

    private static async ValueTask Wait(Answer answer)
    {
        if (answer == Answer.FailureLater)
        {
            await Task.Yield();
        }
    }
}

[Middleware(Order = 70)]
internal sealed class AnsweredHook(Journal journal)
{
    public void After<TMessage>(TMessage message)
        where TMessage : IAnswered => journal.Add("after");

    public void Failed<TMessage>(TMessage message, Exception exception)
        where TMessage : IAnswered => journal.Add($"failed: {exception.GetType().Name}");
}
