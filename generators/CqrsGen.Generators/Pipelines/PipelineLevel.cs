using System.Runtime.CompilerServices;
using CqrsGen.Generators.Common;
using CqrsGen.Generators.Middleware;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// A run of hooks, and the around middleware inside it; the innermost level has none, and ends in the handler.
/// </summary>
/// <remarks>What is found is kept: the messages that have the same stages share their levels.</remarks>
internal sealed class PipelineLevel
{
    private static readonly ConditionalWeakTable<object, List<PipelineLevel>> s_levels = new();

    private readonly HookTail?[] _tails = new HookTail?[8];

    public PipelineLevel(EquatableArray<StageModel> hooks, StageModel? around)
    {
        Hooks = hooks;
        Around = around;
        IsAsync = hooks.Any(static stage => stage.IsAsync);
        Timeout = hooks.FirstOrDefault(static stage => stage.IsTimeout);
        NeedsCallerToken = hooks.Any(stage => LeavesWithToken(stage) && IsOutsideTimeout(stage));
    }

    public EquatableArray<StageModel> Hooks { get; }

    public StageModel? Around { get; }

    /// <summary>Whether it ends before the stages that are a method of their own.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether nothing but what handles the message is inside of its hooks.</summary>
    public bool IsInnermost => Around is null && !IsCut;

    public bool IsAsync { get; }

    /// <summary>The timeout, whose token what stands inside it receives; null for none in this run.</summary>
    public StageModel? Timeout { get; }

    /// <summary>Whether a hook is left with the token that the caller gave, where the timeout gives another.</summary>
    public bool NeedsCallerToken { get; }

    /// <summary>The levels of a pipeline, outermost first.</summary>
    public static List<PipelineLevel> Of(PipelineModel pipeline) =>
        pipeline.InsideFrom is null && pipeline.Stages.Identity is { } shared
            ? s_levels.GetValue(shared, _ => Cut(pipeline))
            : Cut(pipeline);

    public bool IsOutsideTimeout(StageModel stage) => Timeout is { } timeout && stage.Order < timeout.Order;

    /// <summary>Whether hooks that run after the handler take a token.</summary>
    public static bool LeavesWithToken(StageModel stage) =>
        stage.Hooks.Any(static hook => hook.Kind != HookKind.Before && hook.Takes(HookParameterRole.Token));

    /// <summary>The tail of its outermost hooks; null where they can share none.</summary>
    public HookTail? FindTail(bool isVoid, bool isOfResults, bool isPooled)
    {
        int count = 0;
        while (count < Hooks.Count && Hooks[count].IsBlind)
        {
            count++;
        }

        if (count == 0)
        {
            return null;
        }

        int index = (isVoid ? 1 : 0) + (isOfResults ? 2 : 0) + (isPooled ? 4 : 0);
        return _tails[index] ??= new HookTail(
            count == Hooks.Count ? Hooks : Hooks.Take(count).ToEquatableArray(), isVoid, isOfResults, isPooled);
    }

    /// <summary>The stages, cut after each around middleware: what stands inside it is a method of its own.</summary>
    private static List<PipelineLevel> Cut(PipelineModel pipeline)
    {
        var levels = new List<PipelineLevel>();
        var hooks = new List<StageModel>();
        for (int index = 0; index < pipeline.Stages.Count; index++)
        {
            var stage = pipeline.Stages[index];
            if (index == pipeline.InsideFrom)
            {
                levels.Add(new(hooks.ToEquatableArray(), null) { IsCut = true });
                hooks.Clear();
            }

            if (stage.Form == MiddlewareForm.Hooks)
            {
                hooks.Add(stage);
                continue;
            }

            levels.Add(new(hooks.ToEquatableArray(), stage));
            hooks.Clear();
        }

        levels.Add(new(hooks.ToEquatableArray(), null));
        return levels;
    }
}
