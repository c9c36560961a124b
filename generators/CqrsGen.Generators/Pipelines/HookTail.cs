using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// How a run of built-in hooks is left. None of them sees the message, and of its result only whether it is a failed
/// one, so an assembly has one such tail for all messages whose outermost hooks they are.
/// </summary>
/// <param name="Hooks">The hooks.</param>
/// <param name="IsVoid">Whether there is no result.</param>
/// <param name="IsOfResults">Whether the result is a <c>Result</c>, which may be a failed one.</param>
/// <param name="IsPooled">Whether state machines are pooled.</param>
internal sealed record HookTail(EquatableArray<StageModel> Hooks, bool IsVoid, bool IsOfResults, bool IsPooled)
{
    /// <summary>What its two methods are named after.</summary>
    public string Name => string.Join("_", Hooks.Select(static stage => stage.Name))
        + (IsVoid ? "_Void" : IsOfResults ? "_Result" : "");

    /// <summary>The tail of the outermost hooks of a level that can share one; null for none.</summary>
    public static HookTail? Find(LevelBody body)
    {
        var hooks = body.Level.Hooks;
        int count = 0;
        while (count < hooks.Count && hooks[count].IsBlind)
        {
            count++;
        }

        if (count == 0 || body.Message.Kind == MessageKind.StreamQuery || ResultShape.IsRare(body))
        {
            return null;
        }

        var shared = count == hooks.Count ? hooks : hooks.Take(count).ToEquatableArray();
        return new(shared, body.IsVoid, ResultShape.Succeeded(body) is not null, body.Pipeline.PoolStateMachines);
    }

    /// <summary>The tails of a pipeline.</summary>
    public static IEnumerable<HookTail> Of(PipelineModel pipeline) => PipelineEmitter.Levels(pipeline)
        .Select(level => Find(new LevelBody(pipeline, level, "", "", null)))
        .OfType<HookTail>();

    /// <summary>The tail as a level, with what differs from message to message as parameters.</summary>
    public LevelBody ToBody()
    {
        var message = new MessageModel
        {
            Type = "",
            Kind = MessageKind.Command,
            Result = IsVoid ? null : "TResult",
            Facts = TypeFacts.None,
            WireName = "",
            IsPublic = false,
            IsPartial = false,
        };
        var pipeline = new PipelineModel
        {
            RoutesClass = "",
            Message = message,
            File = "",
            Member = "",
            UniqueName = "",
            PoolStateMachines = IsPooled,
        };
        return new LevelBody(pipeline, new PipelineLevel(Hooks, null), "", Name, null) { Shared = this };
    }
}
