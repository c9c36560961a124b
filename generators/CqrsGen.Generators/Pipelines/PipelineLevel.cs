using CqrsGen.Generators.Common;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// A run of hooks, and the around middleware inside it; the innermost level has none, and ends in the handler.
/// </summary>
internal sealed record PipelineLevel(EquatableArray<StageModel> Hooks, StageModel? Around)
{
    /// <summary>Whether it ends before the stages that are a method of their own.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether nothing but what handles the message is inside of its hooks.</summary>
    public bool IsInnermost => Around is null && !IsCut;

    public bool IsAsync => Hooks.Any(static stage => stage.IsAsync);

    /// <summary>The timeout, whose token what stands inside it receives; null for none in this run.</summary>
    public StageModel? Timeout
    {
        get
        {
            foreach (var stage in Hooks)
            {
                if (stage.IsTimeout)
                {
                    return stage;
                }
            }

            return null;
        }
    }

    /// <summary>Whether a hook is left with the token that the caller gave, where the timeout gives another.</summary>
    public bool NeedsCallerToken => Hooks.Any(stage => LeavesWithToken(stage) && IsOutsideTimeout(stage));

    public bool IsOutsideTimeout(StageModel stage) => Timeout is { } timeout && stage.Order < timeout.Order;

    /// <summary>Whether hooks that run after the handler take a token.</summary>
    public static bool LeavesWithToken(StageModel stage) =>
        stage.Hooks.Any(static hook => hook.Kind != HookKind.Before && hook.Takes(HookParameterRole.Token));
}
