using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Middleware;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>One level of a pipeline as it is written: its method, and what it ends in.</summary>
internal sealed record LevelBody(
    PipelineModel Pipeline, PipelineLevel Level, string Header, string Name, string? Guard)
{
    public MessageModel Message => Pipeline.Message;

    /// <summary>Whether hooks see no result of their own: they are given <c>Unit</c>.</summary>
    public bool IsVoid => Message.Kind is MessageKind.Event or MessageKind.StreamQuery || Message.Result is null;

    /// <summary>Whether something asks which hooks were entered: one that leaves through hooks, or the fast way's slow end.</summary>
    public bool TracksPosition =>
        Level.Hooks.Any(static stage => stage.Hooks.Any(static hook => hook.Kind != HookKind.Before))
        || (Message.Kind != MessageKind.StreamQuery && !Level.Hooks.Any(static stage => stage.IsAsync));

    /// <summary>What the level ends in, as an expression; null where there is no handler to call.</summary>
    public string? Inner
    {
        get
        {
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
}
