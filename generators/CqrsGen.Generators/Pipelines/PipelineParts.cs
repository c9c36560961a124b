using System.Globalization;
using CqrsGen.Generators.Common;
using CqrsGen.Generators.Middleware;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>The small members that pipelines share.</summary>
internal static class PipelineParts
{
    /// <summary>Stands before a look-up of a scope's instance.</summary>
    public const string SlotComment = "// The number is where the scope looks first: a constant for each class.";

    /// <summary>Counts how far the hooks have come.</summary>
    public const string Position =
        "int position = 0; // 2n: n hooks were entered; 2n - 1: of the n-th, only its Finally is still to run.";

    /// <summary>Stands behind <c>Ambient.Capture()</c>.</summary>
    public const string Captured = "// For the caller, who is not to see the AsyncLocals that hooks set.";

    /// <summary>Stands behind <c>KeepToken()</c>.</summary>
    public const string KeptToken = "// Somebody may still hold the token afterwards: no other message gets it.";

    /// <summary>The token of the caller, inside a timeout, which gives the handler another.</summary>
    public const string CallerToken = "callerToken";

    /// <summary>Whether a stage asks what the generator knows of the message.</summary>
    public static bool NeedsInfo(PipelineModel pipeline) => pipeline.Stages.Any(static stage =>
        stage.Form is MiddlewareForm.Around or MiddlewareForm.StreamAround
        || stage.Hooks.Any(static hook => hook.Takes(HookParameterRole.Info)));

    public static void EmitInfo(SourceWriter writer, PipelineModel pipeline)
    {
        var message = pipeline.Message;
        string timeout = message.TimeoutSeconds switch
        {
            < 0 => "",
            0 => ", Timeout.InfiniteTimeSpan",
            var seconds => string.Format(
                CultureInfo.InvariantCulture, ", TimeSpan.FromSeconds({0:R})", seconds),
        };
        writer
            .Line($"private MessageInfo? {Names.Field(pipeline.UniqueName)}_Info;")
            .Line()
            .Line($"private MessageInfo {pipeline.UniqueName}_Info => {Names.Field(pipeline.UniqueName)}_Info ??=")
            .Line(
                $"    new({Names.Literal(message.WireName)}, MessageKind.{message.Kind}, " +
                $"typeof({message.Type}){timeout});")
            .Line();
    }

    /// <summary>Writes the locals through which hooks are called.</summary>
    public static void EmitInstances(SourceWriter writer, IEnumerable<StageModel> stages)
    {
        bool hasMiddleware = false;
        bool hasScoped = false;
        foreach (var stage in stages)
        {
            if (stage.Hooks.All(static hook => hook.IsStatic))
            {
                continue;
            }

            if (!stage.IsSingleton)
            {
                int slot = Handlers.HandlerEmitter.Slot(stage.Type);
                writer.LineIf(!hasScoped, SlotComment).Line(
                    $"var {stage.Local} = dispatcher.FindScoped<{stage.Type}>({slot}) " +
                    $"?? dispatcher.AddScoped<{stage.Type}>({slot}, ScopedMiddleware.New{stage.Name});");
                hasScoped = true;
            }
            else if (!hasMiddleware)
            {
                writer.Line("var middleware = Middleware;");
                hasMiddleware = true;
            }
        }
    }

    /// <summary>Writes the call of a hook, as a statement.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="body">The level.</param>
    /// <param name="stage">The middleware.</param>
    /// <param name="hook">Its hook.</param>
    /// <param name="target">What stands before the call: where its answer goes.</param>
    /// <param name="exception">What the hook sees of a failure.</param>
    public static void EmitHookCall(
        SourceWriter writer, LevelBody body, StageModel stage, HookCall hook, string target = "", string exception = "")
    {
        writer.Write(target);
        writer.Write(hook.IsAsync ? "await " : "");
        writer.Write(hook.IsStatic ? stage.Type : stage.Instance);
        writer.Write(".");
        writer.Write(hook.Method);
        writer.Write("(");
        for (int index = 0; index < hook.Parameters.Count; index++)
        {
            writer.Write(index == 0 ? "" : ", ");
            EmitArgument(writer, body, stage, hook, hook.Parameters[index].Role, exception);
        }

        writer.Line(hook.IsAsync ? ").ConfigureAwait(false);" : ");");
    }

    private static void EmitArgument(
        SourceWriter writer, LevelBody body, StageModel stage, HookCall hook, HookParameterRole role, string exception)
    {
        if (role == HookParameterRole.Info && !body.IsShared)
        {
            writer.Write(body.Pipeline.UniqueName);
            writer.Write("_Info");
            return;
        }

        writer.Write(role switch
        {
            HookParameterRole.Message => "message",
            HookParameterRole.Result => HookEmitter.ResultName(body),
            HookParameterRole.Exception => exception,
            HookParameterRole.State => stage.State,
            HookParameterRole.Info => "info",
            HookParameterRole.Context => "dispatcher.Context",
            _ when hook.Kind != HookKind.Before && body.Level.IsOutsideTimeout(stage) => CallerToken,
            _ => "cancellationToken",
        });
    }
}
