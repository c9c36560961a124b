using CqrsGen.Generators.Common;
using CqrsGen.Generators.Pipelines;

namespace CqrsGen.Generators.Handlers;

/// <summary>Writes the call of a bare handler into a pipeline, as statements.</summary>
/// <remarks>
/// Never as a conditional expression, and never by a method that the JIT would inline: both send the task through a
/// copy that is read wider than it was written, which stalls for longer than the whole call takes.
/// </remarks>
internal static class HandlerCall
{
    /// <summary>The entry of a target that is written into the same file; null for one that stands elsewhere.</summary>
    public static HandlerEntry? EntryOf(PipelineModel pipeline, HandlerTarget target) =>
        pipeline.Entries.FirstOrDefault(entry => entry.Entry == target.Call);

    /// <summary>The entry of the only target.</summary>
    public static HandlerEntry? OnlyEntry(PipelineModel pipeline) =>
        pipeline.Targets.Count == 1 ? EntryOf(pipeline, pipeline.Targets[0]) : null;

    /// <summary>Returns what the handler returns.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="entry">The handler.</param>
    /// <param name="routes">What stands before the members of the routes.</param>
    public static void EmitReturn(SourceWriter writer, HandlerEntry entry, string routes = "")
    {
        EmitIfFound(writer, entry, routes);
        writer.Line($"return {routes}{entry.Entry}({GeneratedCode.Arguments});");
    }

    /// <summary>Returns what the handler returns where it was made already, and nobody can have replaced it.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="entry">The handler.</param>
    /// <param name="routes">What stands before the members of the routes.</param>
    public static void EmitIfFound(SourceWriter writer, HandlerEntry entry, string routes = "")
    {
        EmitFind(writer, entry, routes);
        using (writer.WriteBlock($"if ({Found(entry)})"))
        {
            writer.Line($"return {HandlerEmitter.Invocation(entry)};");
        }

        writer.Line();
    }

    /// <summary>Puts what the handler returns into a local.</summary>
    public static void EmitAssign(SourceWriter writer, HandlerEntry entry, string local)
    {
        EmitFind(writer, entry, "");
        using (writer.WriteBlock($"if ({Found(entry)})"))
        {
            writer.Line($"{local} = {HandlerEmitter.Invocation(entry)};");
        }

        using (writer.WriteBlock("else"))
        {
            writer.Line($"{local} = {entry.Entry}({GeneratedCode.Arguments});");
        }

        writer.Line();
    }

    private static void EmitFind(SourceWriter writer, HandlerEntry entry, string routes)
    {
        if (entry.Handler.NeedsInstance)
        {
            writer.LineIf(entry.IsScoped, PipelineParts.SlotComment).Line(entry.IsScoped
                ? $"var handler = dispatcher.FindScoped<{entry.InstanceType}>({HandlerEmitter.Slot(entry.Instance)});"
                : $"var handler = {routes}{Names.Field(entry.Instance)};");
        }
    }

    private static string Found(HandlerEntry entry) =>
        entry.Handler.NeedsInstance ? "handler is not null" : "!dispatcher.HasReplacements";
}
