using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Pipelines;

/// <summary>Writes the publication of an event to several handlers.</summary>
internal static class EventEmitter
{
    private const string ValueTask = "ValueTask";

    public static void EmitPublish(SourceWriter writer, PipelineModel pipeline)
    {
        string name = $"{pipeline.UniqueName}_Publish";
        string parameters = $"{pipeline.Message.Type} message, Dispatcher dispatcher, {GeneratedCode.Token}";
        switch (pipeline.Message.Delivery)
        {
            case 1:
                EmitCollect(writer, pipeline, name, parameters);
                break;
            case 2:
                EmitParallel(writer, pipeline, name, parameters);
                break;
            default:
                EmitInOrder(writer, pipeline, name, parameters);
                break;
        }
    }

    /// <summary>Straight-line calls; the first handler that suspends hands the rest to one state machine.</summary>
    private static void EmitInOrder(SourceWriter writer, PipelineModel pipeline, string name, string parameters)
    {
        if (EventBundle.IsFor(pipeline))
        {
            EmitBundled(writer, pipeline, name, parameters);
            return;
        }

        writer.Line("/// <summary>Calls the handlers in order; the first failure stops.</summary>");
        writer.Line(GeneratedCode.Hidden);
        using (writer.WriteBlock($"private {ValueTask} {name}({parameters})"))
        {
            writer.Line($"{ValueTask} task;");
            for (int index = 0; index < pipeline.Targets.Count - 1; index++)
            {
                writer.Line($"task = {pipeline.Targets[index].Call}({GeneratedCode.Arguments});");
                using (writer.WriteBlock("if (!task.IsCompletedSuccessfully)"))
                {
                    writer.Line($"return {name}From({index + 1}, task, {GeneratedCode.Arguments});");
                }

                writer.Line().Line("task.GetAwaiter().GetResult();");
            }

            writer.Line($"return {pipeline.Targets[pipeline.Targets.Count - 1].Call}({GeneratedCode.Arguments});");
        }

        EmitFrom(writer.Line(), pipeline, name, parameters, first: 1);
    }

    /// <summary>
    /// All handlers held together; until each was made, the state machine makes them one after the other.
    /// </summary>
    private static void EmitBundled(SourceWriter writer, PipelineModel pipeline, string name, string parameters)
    {
        writer.Line("/// <summary>Calls the handlers in order; the first failure stops.</summary>");
        writer.Line(GeneratedCode.Hidden);
        using (writer.WriteBlock($"private {ValueTask} {name}({parameters})"))
        {
            using (writer.WriteBlock($"if ({EventBundle.Field(pipeline)} is {{ }} handlers)"))
            {
                writer.Line("return handlers.Publish(message, dispatcher, cancellationToken);");
            }

            writer.Line();
            EventBundle.EmitMake(writer, pipeline);
            writer.Line($"return {name}From(0, default, {GeneratedCode.Arguments});");
        }

        EmitFrom(writer.Line(), pipeline, name, parameters, first: 0);
        EventBundle.Emit(writer.Line(), pipeline);
    }

    /// <summary>Waits for a handler, then calls those after it.</summary>
    private static void EmitFrom(SourceWriter writer, PipelineModel pipeline, string name, string parameters, int first)
    {
        writer.Line(GeneratedCode.Hidden);
        using (writer.WriteBlock(
            $"private async {ValueTask} {name}From(int next, {ValueTask} suspended, {parameters})"))
        {
            writer.Line("await suspended.ConfigureAwait(false);");
            using (writer.WriteBlock("switch (next)"))
            {
                for (int index = first; index < pipeline.Targets.Count; index++)
                {
                    writer.Line($"case {index}:");
                    using (writer.Indented())
                    {
                        writer
                            .Line(
                                $"await {pipeline.Targets[index].Call}({GeneratedCode.Arguments})" +
                                ".ConfigureAwait(false);")
                            .Line(index < pipeline.Targets.Count - 1 ? $"goto case {index + 1};" : "break;");
                    }
                }
            }
        }
    }

    private static void EmitCollect(SourceWriter writer, PipelineModel pipeline, string name, string parameters)
    {
        writer.Line("/// <summary>Calls every handler in order, then throws what failed.</summary>");
        writer.Line(GeneratedCode.Hidden);
        using (writer.WriteBlock($"private async {ValueTask} {name}({parameters})"))
        {
            writer.Line("List<Exception>? failures = null;");
            foreach (var target in pipeline.Targets)
            {
                writer
                    .Line("try")
                    .Line("{")
                    .Line($"    await {target.Call}({GeneratedCode.Arguments}).ConfigureAwait(false);")
                    .Line("}")
                    .Line("catch (Exception exception)")
                    .Line("{")
                    .Line("    Failures.Add(ref failures, exception);")
                    .Line("}")
                    .Line();
            }

            using (writer.WriteBlock("if (failures is not null)"))
            {
                writer.Line("Failures.Throw(failures);");
            }
        }
    }

    private static void EmitParallel(SourceWriter writer, PipelineModel pipeline, string name, string parameters)
    {
        writer.Line(
            "/// <summary>Calls the handlers at once, each in a scope of its own, then throws what failed.</summary>");
        writer.Line(GeneratedCode.Hidden);
        writer.Line($"private {ValueTask} {name}({parameters}) =>");
        writer.Line(
            $"    dispatcher.PublishInParallel(this, message, {pipeline.Targets.Count}, {name}At, cancellationToken);");
        writer.Line().Line(GeneratedCode.Hidden);
        string routes = pipeline.RoutesClass.Substring(pipeline.RoutesClass.LastIndexOf('.') + 1);
        using (writer.WriteBlock($"private static {ValueTask} {name}At({routes} routes, int index, {parameters})"))
        {
            using (writer.WriteBlock("switch (index)"))
            {
                for (int index = 0; index < pipeline.Targets.Count; index++)
                {
                    string label = index < pipeline.Targets.Count - 1 ? $"case {index}:" : "default:";
                    string call = pipeline.Targets[index].Call;
                    string target = call.StartsWith("dispatcher.") ? call : "routes." + call;
                    writer.Line(label).Line($"    return {target}({GeneratedCode.Arguments});");
                }
            }
        }
    }
}
