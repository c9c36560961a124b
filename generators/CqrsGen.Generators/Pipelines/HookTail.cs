using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// How a run of built-in hooks is left. None of them sees the message or its result, so an assembly has one such tail
/// for all messages whose outermost hooks they are.
/// </summary>
internal sealed record HookTail(EquatableArray<StageModel> Hooks, bool IsVoid, bool IsPooled)
{
    /// <summary>What its two methods are named after.</summary>
    public string Name => string.Join("_", Hooks.Select(static stage => stage.Name)) + (IsVoid ? "_Void" : "");

    /// <summary>Finds the tail of a level that can share one; null for a level that is left in its own way.</summary>
    public static HookTail? Find(LevelBody body)
    {
        bool isShared = body.Level.Hooks.Count > 0 && body.Level.Hooks.All(static stage => stage.IsBlind)
            && ResultShape.Succeeded(body) is null && body.Message.Kind != MessageKind.StreamQuery;
        return isShared ? new(body.Level.Hooks, body.IsVoid, body.Pipeline.PoolStateMachines) : null;
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
        return new LevelBody(pipeline, new PipelineLevel(Hooks, null), "", Name, null) { IsShared = true };
    }
}
