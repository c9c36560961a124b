using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// How a run of built-in hooks is left. None of them sees the message, and of its result only whether it is a failed
/// one, so an assembly has one such tail for all messages whose outermost hooks they are.
/// </summary>
/// <param name="hooks">The hooks.</param>
/// <param name="isVoid">Whether there is no result.</param>
/// <param name="isOfResults">Whether the result is a <c>Result</c>, which may be a failed one.</param>
/// <param name="isPooled">Whether state machines are pooled.</param>
internal sealed class HookTail(EquatableArray<StageModel> hooks, bool isVoid, bool isOfResults, bool isPooled)
    : IEquatable<HookTail>
{
    private LevelBody? _body;

    public EquatableArray<StageModel> Hooks => hooks;

    public bool IsOfResults => isOfResults;

    private bool IsPooled => isPooled;

    /// <summary>What its two methods are named after.</summary>
    public string Name { get; } = string.Join("_", hooks.Select(static stage => stage.Name))
        + (isVoid ? "_Void" : isOfResults ? "_Result" : "");

    /// <summary>The tail as a level, with what differs from message to message as parameters.</summary>
    public LevelBody Body => _body ??= ToBody();

    /// <summary>The tail of the outermost hooks of a level that can share one; null for none.</summary>
    public static HookTail? Find(LevelBody body) =>
        body.Message.Kind == MessageKind.StreamQuery || ResultShape.IsRare(body)
            ? null
            : body.Level.FindTail(
                body.IsVoid, ResultShape.Succeeded(body) is not null, body.Pipeline.PoolStateMachines);

    /// <summary>The tails of a pipeline.</summary>
    public static IEnumerable<HookTail> Of(PipelineModel pipeline) => PipelineLevel.Of(pipeline)
        .Select(level => Find(new LevelBody(pipeline, level, "", "", null)))
        .OfType<HookTail>();

    public bool Equals(HookTail? other) => other is not null
        && Name == other.Name && isPooled == other.IsPooled && Hooks.Equals(other.Hooks);

    public override bool Equals(object? obj) => Equals(obj as HookTail);

    public override int GetHashCode() => Name.GetHashCode();

    private LevelBody ToBody()
    {
        var message = new MessageModel
        {
            Type = "",
            Kind = MessageKind.Command,
            Result = isVoid ? null : "TResult",
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
            PoolStateMachines = isPooled,
        };
        return new LevelBody(pipeline, new PipelineLevel(hooks, null), "", Name, null) { Shared = this };
    }
}
