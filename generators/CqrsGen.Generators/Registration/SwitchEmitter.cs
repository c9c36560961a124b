using CqrsGen.Generators.Common;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Registration;

/// <summary>
/// Writes the ways to a pipeline that the type of a message does not tell: by its number, by its wire name, and by the
/// base types that others listen to.
/// </summary>
internal static class SwitchEmitter
{
    private const string ValueTask = "ValueTask";
    private const string ByteMemory = "ReadOnlyMemory<byte>";

    public static void Emit(SourceWriter writer, RoutesModel model)
    {
        EmitByType(writer, model);
        EmitByName(writer, model);
        EmitUnknown(writer, model);
    }

    private static void EmitByType(SourceWriter writer, RoutesModel model)
    {
        if (model.ByType.Count == 0)
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>");
        using (writer.WriteBlock("public override void AddTypes(TypeMap map)"))
        {
            foreach (var route in model.ByType)
            {
                writer.Line($"map.Add(typeof({route.Message}), this, {route.Id});");
            }
        }

        foreach (var found in RouteSwitch.Of(model))
        {
            EmitSwitch(writer, found.Task, found.Method, found.MessageInterface, found.Cases, "public");
        }

        var commands = model.ByType
            .Where(static route => route is { Kind: MessageKind.Command, Result: null })
            .ToList();
        if (commands.Count > 0)
        {
            EmitSwitch(writer, ValueTask, "Send", "ICommand", commands, "public override");
        }

        var events = model.ByType.Where(static route => route.Kind == MessageKind.Event).ToList();
        if (events.Count > 0)
        {
            EmitSwitch(writer, ValueTask, "Publish", "IEvent", events, "public override");
        }
    }

    /// <summary>
    /// A flat switch in which every case is a tail call: the one shape that stays fast at a thousand cases.
    /// </summary>
    private static void EmitSwitch(
        SourceWriter writer,
        string task,
        string method,
        string contract,
        IReadOnlyList<SwitchCase> cases,
        string modifiers)
    {
        writer
            .Line()
            .Line("/// <summary>Goes to the pipeline of a message by its number.</summary>")
            .Line(GeneratedCode.Hidden);
        using (writer.WriteBlock(
            $"{modifiers} {task} {method}(int id, {contract} message, Dispatcher dispatcher, {GeneratedCode.Token})"))
        {
            using (writer.WriteBlock("switch (id)"))
            {
                foreach (var route in cases)
                {
                    string message = route.IsClass
                        ? $"Unsafe.As<{route.Message}>(message)"
                        : $"({route.Message})message";
                    writer
                        .Line($"case {route.Id}:")
                        .Line($"    return {route.Member}({message}, dispatcher, cancellationToken);");
                }

                writer.Line("default:").Line("    throw new HandlerNotFoundException(message.GetType());");
            }
        }
    }

    private static void EmitByName(SourceWriter writer, RoutesModel model)
    {
        if (model.ByName.Count == 0)
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>").Line(GeneratedCode.Hidden);
        using (writer.WriteBlock(
            $"public override {ValueTask}<{ByteMemory}>? Invoke(string name, {ByteMemory} json, " +
            $"Dispatcher dispatcher, {GeneratedCode.Token})"))
        {
            using (writer.WriteBlock("switch (name)"))
            {
                foreach (var route in model.ByName)
                {
                    string verb = route.Kind switch
                    {
                        MessageKind.Command => "Send",
                        MessageKind.Query => "Query",
                        MessageKind.StreamQuery => "Stream",
                        _ => "Publish",
                    };
                    string result = RouteSwitch.IsPlain(route) ? "" : $"<{route.Result}>";
                    writer
                        .Line($"case {Names.Literal(route.Name)}:")
                        .Line(
                            $"    return GatewayCalls.{verb}{result}(typeof({route.Message}), json, dispatcher, " +
                            "cancellationToken);");
                }

                writer.Line("default:").Line("    return null;");
            }
        }
    }

    private static void EmitUnknown(SourceWriter writer, RoutesModel model)
    {
        if (model.OpenEventHandlers.Count == 0)
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>").Line(GeneratedCode.Hidden);
        using (writer.WriteBlock(
            $"public override async {ValueTask} PublishUnknown(IEvent message, Type? known, " +
            $"Dispatcher dispatcher, {GeneratedCode.Token})"))
        {
            foreach (var handler in model.OpenEventHandlers)
            {
                using (writer.WriteBlock(
                    $"if (message is {handler.Message} message{handler.Id} " +
                    $"&& !typeof({handler.Message}).IsAssignableFrom(known))"))
                {
                    writer.Line(
                        $"await {handler.Member}(message{handler.Id}, dispatcher, cancellationToken)" +
                        ".ConfigureAwait(false);");
                }
            }
        }
    }
}
