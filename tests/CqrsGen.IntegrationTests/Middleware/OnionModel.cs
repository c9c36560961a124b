namespace CqrsGen.IntegrationTests.Middleware;

/// <summary>
/// What the onion means, in the plainest possible words: nested functions. Generated pipelines are held against it.
/// </summary>
/// <param name="plan">The plan; its log is written by this model.</param>
/// <param name="hooks">How many hooks there are.</param>
/// <param name="early">The early answer.</param>
/// <param name="recovered">The answer of a recovery.</param>
/// <param name="failure">What a failed result's exception says; null where failing is throwing.</param>
internal sealed class OnionModel(Plan plan, int hooks, object early, object recovered, string? failure)
{
    /// <summary>Runs the model; an exception is how the dispatch ends.</summary>
    public object Run() => Run(1);

    private object Run(int hook)
    {
        if (hook > hooks)
        {
            return Handle();
        }

        plan.Step($"Before{hook}");
        try
        {
            return Inside(hook);
        }
        finally
        {
            plan.Step($"Finally{hook}");
        }
    }

    private object Inside(int hook)
    {
        object answer;
        try
        {
            answer = plan.Answering == hook ? early : Run(hook + 1);
        }
        catch (PlannedException exception)
        {
            plan.Step($"Failed{hook}", exception.Message);
            return plan.Recovering == hook ? recovered : throw new PlannedException(exception.Message);
        }

        if (answer is IResult { IsSuccess: false })
        {
            plan.Step($"Failed{hook}", failure!);
            return plan.Recovering == hook ? recovered : answer;
        }

        plan.Step($"After{hook}", $"{answer}");
        return answer;
    }

    private object Handle()
    {
        plan.Log.Add("Handler");
        bool isFailure = plan.Handler is Outcome.Fails or Outcome.FailsLater;
        return plan.Handler is Outcome.Throws or Outcome.ThrowsLater || (isFailure && failure is null)
            ? throw new PlannedException("Handler")
            : isFailure ? (Result<int>)Error.Conflict("planned", "Planned.")
            : early switch
            {
                Unit => Unit.Value,
                Result<int> => (Result<int>)42,
                _ => 42,
            };
    }
}
