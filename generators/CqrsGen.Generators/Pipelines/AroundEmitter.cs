using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// Writes what an around middleware needs: its instance, and the struct that calls the rest of the pipeline.
/// </summary>
internal static class AroundEmitter
{
    /// <summary>The call of the middleware.</summary>
    public static string Call(PipelineModel pipeline, StageModel around)
    {
        string instance = around.IsSingleton
            ? Member(pipeline, around)
            : $"{Member(pipeline, around)}(dispatcher)";
        return $"{instance}.InvokeAsync(message, new {Next(pipeline, around)}(dispatcher), cancellationToken)";
    }

    /// <summary>Writes the members of an around middleware.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="around">The middleware.</param>
    /// <param name="inside">The method that it stands around, on <c>routes</c>.</param>
    /// <param name="entry">The handler, where that method is its entry.</param>
    public static void Emit(
        SourceWriter writer, PipelineModel pipeline, StageModel around, string inside, HandlerEntry? entry)
    {
        EmitInstance(writer, pipeline, around);
        EmitNext(writer.Line(), pipeline, around, inside, entry);
    }

    /// <summary>The method that holds what stands inside an around middleware.</summary>
    public static string Inside(PipelineModel pipeline, StageModel around) =>
        $"{pipeline.UniqueName}_Inside{around.Name}";

    /// <summary>What is added to the name of a message to name what an around middleware needs.</summary>
    public static IEnumerable<string> Suffixes(string around) =>
    [
        "_Around" + around, "_NextOf" + around,
        .. ReservedNames.LevelSuffixes.Select(suffix => $"_Inside{around}{suffix}"),
    ];

    private static string Member(PipelineModel pipeline, StageModel around) =>
        $"{pipeline.UniqueName}_Around{around.Name}";

    private static string Next(PipelineModel pipeline, StageModel around) =>
        $"{pipeline.UniqueName}_NextOf{around.Name}";

    private static void EmitInstance(SourceWriter writer, PipelineModel pipeline, StageModel around)
    {
        string member = Member(pipeline, around);
        string create = $"new {around.Type}({DependencyEmitter.Arguments(around.Dependencies)})";
        if (around.IsSingleton)
        {
            string field = Names.Field(Member(pipeline, around));
            writer
                .Line($"private {around.Type}? {field};")
                .Line()
                .Line($"private {around.Type} {member} =>")
                .Line($"    {field} ?? Composition.Singleton(ref {field}, static dispatcher => {create});");
            return;
        }

        int slot = HandlerEmitter.Slot(around.Type);
        writer
            .Line(PipelineParts.SlotComment)
            .Line($"private static {around.Type} {member}(Dispatcher dispatcher) =>")
            .Line(
                $"    dispatcher.FindScoped<{around.Type}>({slot}) " +
                $"?? dispatcher.AddScoped<{around.Type}>({slot}, static dispatcher => {create});");
    }

    private static void EmitNext(
        SourceWriter writer, PipelineModel pipeline, StageModel around, string inside, HandlerEntry? entry)
    {
        var message = pipeline.Message;
        bool isStream = message.Kind == MessageKind.StreamQuery;
        bool isVoid = message.Kind == MessageKind.Event || message.Result is null;
        string contract = $"{(isStream ? "IStreamNext" : "INext")}<{message.Type}, {around.Result}>";
        string task = isStream
            ? Shapes.Task(message)
            : $"ValueTask<{around.Result}>";
        string routes = pipeline.RoutesClass.Substring(pipeline.RoutesClass.LastIndexOf('.') + 1);
        writer.Line($"/// <summary>What {around.Display} stands around.</summary>");
        using (writer.WriteBlock(
            $"private readonly struct {Next(pipeline, around)}(Dispatcher dispatcher) : {contract}"))
        {
            // One field only: the state machine of every middleware holds a copy.
            writer
                .Line($"private {routes} Routes => dispatcher.Routes<{routes}>({routes}.Ordinal);")
                .Line();
            string call = $"{inside}(message, dispatcher, cancellationToken)";
            writer
                .Line($"public MessageInfo Message => Routes.{pipeline.UniqueName}_Info;")
                .Line();
            string header = $"public {task} InvokeAsync({message.Type} message, {GeneratedCode.Token})";
            if (entry is not null && !isVoid && !isStream)
            {
                writer.Line(GeneratedCode.TailCalls);
                using (writer.WriteBlock(header))
                {
                    writer.Line("var routes = Routes;");
                    HandlerCall.EmitReturn(writer, entry, "routes.");
                }
            }
            else
            {
                writer.Line(GeneratedCode.Hidden);
                writer.Line($"{header} =>").Line($"    {(isVoid && !isStream ? $"UnitTask.From({call})" : call)};");
            }

            if (isStream)
            {
                return;
            }

            writer
                .Line()
                .Line(GeneratedCode.Hidden)
                .Line($"public {task} InvokeInNewScopeAsync({message.Type} message, {GeneratedCode.Token}) =>")
                .Line(
                    "    dispatcher.InNewScope(message, static (own, message, cancellationToken) => " +
                    $"new {Next(pipeline, around)}(own).InvokeAsync(message, cancellationToken), cancellationToken);");
        }
    }
}
