using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// Writes the class that holds all handlers of an event together, once each was made, so that a publication asks once
/// whether they are there and then calls them in straight lines.
/// </summary>
internal static class EventBundle
{
    /// <summary>
    /// Whether an event's handlers can be held together: several, in order, none of them scoped or elsewhere.
    /// </summary>
    public static bool IsFor(PipelineModel pipeline) =>
        pipeline.Message is { Kind: MessageKind.Event, Delivery: 0 } && pipeline.Targets.Count > 1
        && pipeline.Targets.All(target => HandlerCall.EntryOf(pipeline, target) is { IsScoped: false });

    /// <summary>The field of the routes that holds it.</summary>
    public static string Field(PipelineModel pipeline) => $"{pipeline.UniqueName}_Direct";

    /// <summary>Writes the field and the class.</summary>
    public static void Emit(SourceWriter writer, PipelineModel pipeline)
    {
        string routes = pipeline.RoutesClass.Substring(pipeline.RoutesClass.LastIndexOf('.') + 1);
        string type = Type(pipeline);
        var instances = Instances(pipeline).ToList();
        writer
            .Line("/// <summary>Set when every handler was made.</summary>")
            .Line($"internal {type}? {Field(pipeline)};")
            .Line()
            .Line("/// <summary>The handlers, in order.</summary>");
        string parameters = string.Join(
            ", ", instances.Select(static found => $"{found.Type} {found.Name}").Prepend($"{routes} routes"));
        using (writer.WriteBlock($"internal sealed class {type}({parameters})"))
        {
            foreach (var (instanceType, name, _) in instances)
            {
                writer.Line($"private readonly {instanceType} _{name} = {name};");
            }

            writer.Line($"private readonly {routes} _routes = routes;");
            writer.Line();
            writer.Line(
                "/// <summary>Calls them; the first failure stops, " +
                "and the first that gives a task leaves the rest to a state machine.</summary>");
            writer.Line(GeneratedCode.TailCalls);
            using (writer.WriteBlock(
                $"public ValueTask Publish({pipeline.Message.Type} message, Dispatcher dispatcher, " +
                $"{GeneratedCode.Token})"))
            {
                EmitCalls(writer, pipeline);
            }
        }
    }

    /// <summary>Makes it when every handler was made, in the method that publishes the slow way.</summary>
    public static void EmitMake(SourceWriter writer, PipelineModel pipeline)
    {
        var instances = Instances(pipeline).ToList();
        string arguments = string.Join(", ", instances.Select(static found => found.Name).Prepend("this"));
        string create = $"{Field(pipeline)} = new({arguments});";
        if (instances.Count == 0)
        {
            using (writer.WriteBlock("if (!dispatcher.HasReplacements)"))
            {
                writer.Line(create);
            }

            writer.Line();
            return;
        }

        string all = string.Join("\n    && ", instances.Select(static found => $"{found.Field} is {{ }} {found.Name}"));
        using (writer.WriteBlock($"if ({all})"))
        {
            writer.Line(create);
        }

        writer.Line();
    }

    private static string Type(PipelineModel pipeline) => $"{pipeline.UniqueName}_Handlers";

    /// <summary>One way out for all that suspend: a call of it after each handler would be half of the code.</summary>
    private static void EmitCalls(SourceWriter writer, PipelineModel pipeline)
    {
        int last = pipeline.Targets.Count - 1;
        writer.Line("int next;");
        for (int index = 0; index <= last; index++)
        {
            var entry = HandlerCall.EntryOf(pipeline, pipeline.Targets[index])!;
            string instance = entry.Handler.NeedsInstance ? $"_{NameOf(pipeline, entry)}" : "";
            string call = HandlerEmitter.Invocation(entry, instance);
            if (index == last)
            {
                writer.Line($"return {call};");
                break;
            }

            writer.Line($"{(index == 0 ? "var " : "")}task = {call};");
            using (writer.WriteBlock("if (task != default)"))
            {
                writer.Line($"next = {index + 1};").Line("goto Suspended;");
            }

            writer.Line();
        }

        writer.Line()
            .Line("Suspended:")
            .Line($"return _routes.{pipeline.UniqueName}_PublishFrom(next, task, {GeneratedCode.Arguments});");
    }

    private static IEnumerable<(string Type, string Name, string Field)> Instances(PipelineModel pipeline) =>
        pipeline.Targets
            .Select(target => HandlerCall.EntryOf(pipeline, target)!)
            .Where(static entry => entry.Handler.NeedsInstance)
            .Select(entry => (entry.InstanceType, NameOf(pipeline, entry), Names.Field(entry.Instance)))
            .Distinct();

    /// <summary>By number: the name of a class may be a keyword, or that of a parameter.</summary>
    private static string NameOf(PipelineModel pipeline, HandlerEntry entry)
    {
        int index = 0;
        while (HandlerCall.EntryOf(pipeline, pipeline.Targets[index])!.Instance != entry.Instance)
        {
            index++;
        }

        return $"handler{index + 1}";
    }
}
