using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// The way of a message whose handlers stand in its own assembly with no middleware before them: from its
/// <c>Accept</c> straight to the handler, which the JIT and the native compiler see through.
/// </summary>
/// <remarks>
/// The pipeline's virtual method opens the way when it runs. An application that puts something between, a host's
/// middleware or a test's replacement, never runs it or never makes the handler, so there the way stays closed.
/// </remarks>
internal static class DirectRoute
{
    /// <summary>Whether the message has such a way.</summary>
    public static bool Has(PipelineModel pipeline) => pipeline is { HasRoute: true, HasPipeline: true, Stages.Count: 0 }
        && pipeline.Message.Kind != MessageKind.StreamQuery
        && (IsForNobody(pipeline) || IsBundled(pipeline)
            || (HandlerCall.OnlyEntry(pipeline) is { IsScoped: false } only
                && HandlerEmitter.UserInvocation(only) is not null));

    /// <summary>Writes the field that opens the way.</summary>
    public static void EmitField(SourceWriter writer, PipelineModel pipeline)
    {
        if (!Has(pipeline) || IsBundled(pipeline))
        {
            return;
        }

        writer.Line("/// <summary>Set when nothing stands between the message and what handles it.</summary>");
        writer.Line(InstanceOf(pipeline) is { } only
            ? $"internal {only.InstanceType}? {Name(pipeline)};"
            : $"internal bool {Name(pipeline)};");
        writer.Line();
    }

    /// <summary>Opens the way, in the pipeline's method.</summary>
    public static void EmitOpen(SourceWriter writer, PipelineModel pipeline)
    {
        if (!Has(pipeline) || IsBundled(pipeline))
        {
            return;
        }

        string value = InstanceOf(pipeline) is { } only ? Names.Field(only.Instance)
            : IsForNobody(pipeline) ? "true"
            : "!dispatcher.HasReplacements";
        writer.Line($"{Name(pipeline)} = {value}; // From now on the message goes there by itself.");
    }

    /// <summary>Takes the way, in the message's <c>Accept</c>.</summary>
    public static void EmitTake(SourceWriter writer, PipelineModel pipeline)
    {
        if (!Has(pipeline))
        {
            return;
        }

        if (IsBundled(pipeline))
        {
            writer.Line($"var handlers = routes.{EventBundle.Field(pipeline)};");
            using (writer.WriteBlock("if (handlers is not null)"))
            {
                writer.Line("return handlers.Publish(this, dispatcher, cancellationToken);");
            }
        }
        else if (InstanceOf(pipeline) is { } only)
        {
            writer.Line($"var handler = routes.{Name(pipeline)};");
            using (writer.WriteBlock("if (handler is not null)"))
            {
                writer.Line($"return {HandlerEmitter.UserInvocation(only)};");
            }
        }
        else
        {
            using (writer.WriteBlock($"if (routes.{Name(pipeline)})"))
            {
                writer.Line(IsForNobody(pipeline)
                    ? "return default;"
                    : $"return {HandlerEmitter.UserInvocation(HandlerCall.OnlyEntry(pipeline)!)};");
            }
        }

        writer.Line();
    }

    private static string Name(PipelineModel pipeline) => $"{pipeline.UniqueName}_Direct";

    private static bool IsBundled(PipelineModel pipeline) => EventBundle.IsFor(pipeline);

    private static bool IsForNobody(PipelineModel pipeline) =>
        pipeline.Message.Kind == MessageKind.Event && pipeline.Targets.Count == 0;

    private static HandlerEntry? InstanceOf(PipelineModel pipeline) =>
        HandlerCall.OnlyEntry(pipeline) is { Handler.NeedsInstance: true } only ? only : null;
}
