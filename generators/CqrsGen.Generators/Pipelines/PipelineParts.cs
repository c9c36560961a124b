using System.Globalization;
using CqrsGen.Generators.Common;
using CqrsGen.Generators.Middleware;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>The small members that pipelines share.</summary>
internal static class PipelineParts
{
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

    /// <summary>The expression that gives a stage's instance inside a pipeline's method.</summary>
    public static string Instance(StageModel stage) => stage.IsSingleton
        ? $"middleware.{stage.Name}"
        : Names.Camel(stage.Name);

    /// <summary>Writes the locals through which hooks are called.</summary>
    public static void EmitInstances(SourceWriter writer, IEnumerable<StageModel> stages)
    {
        var all = stages.Where(static stage => stage.Hooks.Any(static hook => !hook.IsStatic)).ToList();
        if (all.Any(static stage => stage.IsSingleton))
        {
            writer.Line("var middleware = Middleware;");
        }

        foreach (var stage in all.Where(static stage => !stage.IsSingleton))
        {
            int slot = Handlers.HandlerEmitter.Slot(stage.Type);
            writer.Line(
                $"var {Names.Camel(stage.Name)} = dispatcher.FindScoped<{stage.Type}>({slot}) " +
                $"?? dispatcher.AddScoped<{stage.Type}>({slot}, ScopedMiddleware.New{stage.Name});");
        }
    }

    /// <summary>A call of a hook.</summary>
    public static string HookCall(
        LevelBody body, StageModel stage, HookCall hook, string result, string exception)
    {
        string target = hook.IsStatic ? stage.Type : Instance(stage);
        var arguments = hook.Parameters.Select(parameter => parameter.Role switch
        {
            HookParameterRole.Message => "message",
            HookParameterRole.Result => result,
            HookParameterRole.Exception => exception,
            HookParameterRole.State => State(stage),
            HookParameterRole.Info => body.IsShared ? "info" : $"{body.Pipeline.UniqueName}_Info",
            HookParameterRole.Context => "dispatcher.Context",
            _ => hook.Kind != HookKind.Before && body.Level.IsOutsideTimeout(stage)
                ? CallerToken
                : "cancellationToken",
        });
        return $"{target}.{hook.Method}({string.Join(", ", arguments)})";
    }

    /// <summary>The local that carries a stage's state from <c>Before</c> to its later hooks.</summary>
    public static string State(StageModel stage) => Names.Camel(stage.Name + "State");
}
