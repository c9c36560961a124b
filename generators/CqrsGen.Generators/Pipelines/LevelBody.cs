using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Middleware;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>One level of a pipeline as it is written: its method, and what it ends in.</summary>
internal sealed record LevelBody(
    PipelineModel Pipeline, PipelineLevel Level, string Header, string Name, string? Guard)
{
    private const string Info = "MessageInfo";

    private IReadOnlyList<(string Type, string Name)>? _tailParameters;
    private string? _tailArguments;
    private HookTail? _tail;
    private bool _isTailFound;

    public MessageModel Message => Pipeline.Message;

    /// <summary>The tail that its outermost hooks share with those of other messages; null for none.</summary>
    public HookTail? Tail
    {
        get
        {
            if (!_isTailFound)
            {
                _tail = Shared is null ? HookTail.Find(this) : null;
                _isTailFound = true;
            }

            return _tail;
        }
    }

    /// <summary>Whether all its hooks are those of its tail, so that it is not left in a way of its own.</summary>
    public bool IsTailShared => Tail is { } tail && tail.Hooks.Count == Level.Hooks.Count;

    /// <summary>
    /// The tail for which it stands, a level of many messages: what is written knows none of them. Else null.
    /// </summary>
    public HookTail? Shared { get; init; }

    public bool IsShared => Shared is not null;

    /// <summary>What leaving its hooks needs.</summary>
    public IReadOnlyList<(string Type, string Name)> TailParameters =>
        _tailParameters ??= FindTailParameters().ToList();

    /// <summary>Whether leaving needs what is known of the message, as the first that it is given.</summary>
    public bool TakesInfo => TailParameters.Count > 0 && TailParameters[0].Type == Info;

    /// <summary>The names of what leaving needs besides that.</summary>
    public string TailArguments => _tailArguments ??= string.Join(
        ", ", TailParameters.Skip(TakesInfo ? 1 : 0).Select(static parameter => parameter.Name));

    /// <summary>Whether hooks see no result of their own: they are given <c>Unit</c>.</summary>
    public bool IsVoid => Message.Kind is MessageKind.Event or MessageKind.StreamQuery || Message.Result is null;

    /// <summary>Whether something asks which hooks were entered: one that leaves through hooks.</summary>
    public bool TracksPosition =>
        Level.Hooks.Any(static stage => stage.Hooks.Any(static hook => hook.Kind != HookKind.Before));

    /// <summary>What the level ends in, as an expression; null where there is no handler to call.</summary>
    public string? Inner
    {
        get
        {
            if (Level.IsCut)
            {
                return $"{Pipeline.Inside}({GeneratedCode.Arguments})";
            }

            if (Level.Around is { Form: MiddlewareForm.Validation })
            {
                return $"{ValidationStageEmitter.Member(Pipeline)}({GeneratedCode.Arguments})";
            }

            if (Level.Around is { } around)
            {
                string call = AroundEmitter.Call(Pipeline, around);
                return IsVoid && Message.Kind != MessageKind.StreamQuery
                    ? $"UnitTask.Drop({call})"
                    : call;
            }

            return Pipeline.Targets.Count switch
            {
                0 => Message.Kind == MessageKind.Event ? "default" : null,
                1 => $"{Pipeline.Targets[0].Call}({GeneratedCode.Arguments})",
                _ => $"{Pipeline.UniqueName}_Publish({GeneratedCode.Arguments})",
            };
        }
    }

    /// <summary>What happens where there is no handler.</summary>
    public string NotFound =>
        $"throw new HandlerNotFoundException(typeof({Message.Type}), {Names.Literal(Names.Short(Contract))})";

    private string Contract => Shapes.HandlerInterface(Message.Kind, Message.Type, Message.Result);

    private IEnumerable<(string Type, string Name)> FindTailParameters()
    {
        if (!IsShared && !IsTailShared)
        {
            yield return (Message.Type, "message");
        }
        else if (Level.Hooks.Any(static stage => stage.Hooks.Any(static hook =>
            hook.Kind != HookKind.Before && hook.Takes(HookParameterRole.Info))))
        {
            yield return (Info, "info");
        }

        bool needsDispatcher = Level.Hooks.Any(static stage => !stage.IsSingleton
            || stage.Hooks.Any(static hook => hook.Kind != HookKind.Before && hook.Takes(HookParameterRole.Context)));
        if (needsDispatcher)
        {
            yield return ("Dispatcher", "dispatcher");
        }

        foreach (var stage in Level.Hooks)
        {
            bool isUsed = stage.Hooks.Any(static hook => hook.Takes(HookParameterRole.State));
            if (isUsed && stage.Find(HookKind.Before)?.State is { } state)
            {
                yield return (state, stage.State);
            }
        }

        if (Level.NeedsCallerToken)
        {
            yield return ("CancellationToken", PipelineParts.CallerToken);
        }

        if (Level.Hooks.Any(stage => PipelineLevel.LeavesWithToken(stage) && !Level.IsOutsideTimeout(stage)))
        {
            yield return ("CancellationToken", "cancellationToken");
        }
    }
}
