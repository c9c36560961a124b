using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>Writes what an around middleware needs: its instance, and the struct that calls the rest of the pipeline.</summary>
internal static class AroundEmitter
{
    /// <summary>The call of the middleware.</summary>
    public static string Call(PipelineModel pipeline, StageModel around, int level)
    {
        string instance = around.IsSingleton
            ? $"{Member(pipeline, level)}"
            : $"{Member(pipeline, level)}(dispatcher)";
        return $"{instance}.InvokeAsync(message, new {Next(pipeline, level)}(this, dispatcher), cancellationToken)";
    }

    public static void Emit(SourceWriter writer, PipelineModel pipeline, StageModel around, int level)
    {
        EmitInstance(writer, pipeline, around, level);
        EmitNext(writer.Line(), pipeline, around, level);
    }

    private static string Member(PipelineModel pipeline, int level) => $"{pipeline.UniqueName}_Around{level + 1}";

    private static string Next(PipelineModel pipeline, int level) => $"{pipeline.UniqueName}_Next{level + 1}";

    private static void EmitInstance(SourceWriter writer, PipelineModel pipeline, StageModel around, int level)
    {
        string member = Member(pipeline, level);
        string create = $"new {around.Type}({DependencyEmitter.Arguments(around.Dependencies)})";
        if (around.IsSingleton)
        {
            string field = Names.Field(member);
            writer
                .Line($"private {around.Type}? {field};")
                .Line()
                .Line($"private {around.Type} {member} =>")
                .Line($"    {field} ?? Composition.Singleton(ref {field}, static dispatcher => {create});");
            return;
        }

        int slot = HandlerEmitter.Slot(around.Type);
        writer
            .Line($"private static {around.Type} {member}(Dispatcher dispatcher) =>")
            .Line($"    dispatcher.FindScoped<{around.Type}>({slot}) ?? dispatcher.AddScoped({slot}, static dispatcher => {create});");
    }

    private static void EmitNext(SourceWriter writer, PipelineModel pipeline, StageModel around, int level)
    {
        var message = pipeline.Message;
        bool isStream = message.Kind == MessageKind.StreamQuery;
        bool isVoid = message.Kind == MessageKind.Event || message.Result is null;
        string contract = $"{(isStream ? "IStreamNext" : "INext")}<{message.Type}, {around.Result}>";
        string task = isStream
            ? Shapes.Task(message)
            : $"global::System.Threading.Tasks.ValueTask<{around.Result}>";
        string routes = pipeline.RoutesClass.Substring(pipeline.RoutesClass.LastIndexOf('.') + 1);
        string inner = $"routes.{pipeline.UniqueName}_Inner{level + 1}";
        writer.Line($"/// <summary>What {around.Display} stands around.</summary>");
        using (writer.WriteBlock($"private readonly struct {Next(pipeline, level)}({routes} routes, Dispatcher dispatcher) : {contract}"))
        {
            string call = $"{inner}(message, dispatcher, cancellationToken)";
            writer
                .Line($"public MessageInfo Message => routes.{pipeline.UniqueName}_Info;")
                .Line()
                .Line(GeneratedCode.Hidden)
                .Line($"public {task} InvokeAsync({message.Type} message, {GeneratedCode.Token}) =>")
                .Line($"    {(isVoid && !isStream ? $"global::CqrsGen.Infrastructure.UnitTask.From({call})" : call)};");
            if (isStream)
            {
                return;
            }

            writer.Line().Line(GeneratedCode.Hidden);
            using (writer.WriteBlock($"public async {task} InvokeInNewScopeAsync({message.Type} message, {GeneratedCode.Token})"))
            {
                writer.Line("await using var scope = dispatcher.OpenScope();");
                string awaited = $"await {inner}(message, scope.Dispatcher, cancellationToken).ConfigureAwait(false);";
                writer.Line(isVoid ? $"{awaited}\nreturn default;" : $"return {awaited}");
            }
        }
    }
}
