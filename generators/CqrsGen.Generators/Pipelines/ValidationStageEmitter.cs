using CqrsGen.Generators.Common;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// Writes the validation stage: normalise, check what attributes ask for, then ask the container's validators.
/// </summary>
internal static class ValidationStageEmitter
{
    public static string Member(PipelineModel pipeline) => $"{pipeline.UniqueName}_Validation";

    public static void Emit(SourceWriter writer, PipelineModel pipeline, string inside)
    {
        var message = pipeline.Message;
        string task = Shapes.Task(message);
        string inRoutes = inside.StartsWith("dispatcher.", StringComparison.Ordinal) ? inside : "routes." + inside;
        string presence = Names.Field(pipeline.UniqueName) + "_Validators";
        writer.Line($"private ValidatorPresence {presence};").Line().Line(GeneratedCode.Hidden);
        using (writer.WriteBlock(
            $"private {task} {Member(pipeline)}({message.Type} message, Dispatcher dispatcher, {GeneratedCode.Token})"))
        {
            writer.LineIf(pipeline.Normalize is not null, $"message = {pipeline.Normalize}(message);");
            writer.Line("ValidationErrors? errors = null;");
            writer.LineIf(pipeline.Validate is not null, $"{pipeline.Validate}(message, ref errors);");
            string then = message.Kind == MessageKind.StreamQuery ? "ThenStream" : "ThenAsync";
            writer
                .Line(
                    "var checking = ValidationCalls.CheckAsync(message, errors, dispatcher, " +
                    $"ref {presence}, cancellationToken);")
                .Line("return checking.IsCompletedSuccessfully")
                .Line($"    ? {inside}({GeneratedCode.Arguments})")
                .Line($"    : ValidationCalls.{then}(")
                .Line("        checking, this, message, dispatcher,")
                .Line(
                    "        static (routes, message, dispatcher, cancellationToken) => " +
                    $"{inRoutes}({GeneratedCode.Arguments}),")
                .Line("        cancellationToken);");
        }
    }

    /// <summary>What a host calls that gives the message a pipeline of its own.</summary>
    public static void EmitForHosts(SourceWriter writer, PipelineModel pipeline)
    {
        var message = pipeline.Message;
        if (!message.IsPublic || message.Validation is not { } validation)
        {
            return;
        }

        if (validation.Validates)
        {
            writer
                .Line(
                    $"/// <summary>Checks what the attributes of <see cref=\"{Names.Cref(message.Type)}\"/> " +
                    "ask for.</summary>")
                .Line(
                    $"public static void {pipeline.Member}_Validate({message.Type} message, " +
                    "ref ValidationErrors? errors) =>")
                .Line($"    {pipeline.Validate}(message, ref errors);")
                .Line();
        }

        if (validation.Normalizes)
        {
            writer
                .Line($"/// <summary>Normalises <see cref=\"{Names.Cref(message.Type)}\"/>.</summary>")
                .Line($"public static {message.Type} {pipeline.Member}_Normalize({message.Type} message) =>")
                .Line($"    {pipeline.Normalize}(message);")
                .Line();
        }
    }
}
