using CqrsGen.Generators.Common;
using CqrsGen.Generators.Pipelines;
using CqrsGen.Generators.Registration;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Handlers;

/// <summary>
/// Writes the entry of a handler: the method that calls it without any middleware, and how its instance is made and
/// kept.
/// </summary>
internal static class HandlerEmitter
{
    public static void Emit(SourceWriter writer, HandlerEntry entry)
    {
        var handler = entry.Handler;
        string task = TaskOf(handler);
        string access = entry.IsMessagePublic ? "public" : "internal";
        string parameters = $"{handler.Message} message, Dispatcher dispatcher, {GeneratedCode.Token}";
        writer
            .Line($"/// <summary>Calls {handler.Display}, without middleware.</summary>")
            .Line(GeneratedCode.TailCalls);
        using (writer.WriteBlock($"{access} {task} {entry.Entry}({parameters})"))
        {
            if (handler.NeedsInstance)
            {
                HandlerCall.EmitIfFound(writer, entry);
                EmitFirst(writer, entry);
            }
            else
            {
                EmitStatic(writer, entry);
            }
        }

        if (IsVoid(handler) && handler.MethodDependencies.Count == 0)
        {
            string target = handler.IsStatic ? "" : $"{handler.Type} handler, ";
            writer.Line().Line(GeneratedCode.Hidden);
            EmitVoidBody(
                writer,
                $"private static {task} {entry.Entry}_Void({target}{handler.Message} message, {GeneratedCode.Token})",
                Call(handler, handler.IsStatic ? handler.Type : "handler"));
        }

        if (entry.OwnsInstance)
        {
            EmitInstance(writer, entry);
        }
    }

    /// <summary>
    /// A number that spreads the classes of an assembly over a scope's table, and that no edit moves.
    /// </summary>
    public static int Slot(string type)
    {
        uint hash = 2166136261;
        foreach (char character in type)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return (int)((hash ^ (hash >> 16)) & 0xFFF);
    }

    /// <summary>The call of a handler, on the local <c>handler</c> unless it is static, as an expression.</summary>
    public static string Invocation(HandlerEntry entry, string instance = "handler") =>
        Invocation(entry, instance, "message", "");

    /// <summary>
    /// The same inside the message, in a user's namespace; null where that cannot be written in one expression.
    /// </summary>
    public static string? UserInvocation(HandlerEntry entry) =>
        IsVoid(entry.Handler) && entry.Handler.MethodDependencies.Count == 0
            ? null
            : Invocation(entry, "handler", "this", "global::System.Threading.Tasks.");

    private static string Invocation(HandlerEntry entry, string instance, string message, string tasks) =>
        entry.Handler.NeedsInstance
            ? InstanceCall(entry, instance, message, tasks)
            : Wrapped(entry, entry.Handler.Type, message, tasks);

    private static int Slot(HandlerEntry entry) => Slot(entry.Instance);

    private static string TaskOf(HandlerModel handler) => handler switch
    {
        { Kind: MessageKind.StreamQuery } => $"IAsyncEnumerable<{handler.Result}>",
        { Kind: MessageKind.Event } or { Result: null } => "ValueTask",
        _ => $"ValueTask<{handler.Result}>",
    };

    /// <summary>The slow way: a replaced handler, or the first use of the instance.</summary>
    private static void EmitFirst(SourceWriter writer, HandlerEntry entry)
    {
        var handler = entry.Handler;
        if (entry.IsScoped && handler.Kind != MessageKind.Event)
        {
            using (writer.WriteBlock("if (dispatcher.IsRoot)"))
            {
                writer.Line($"return dispatcher.{Shapes.InScope(handler.Kind)}(message, cancellationToken);");
            }

            writer.Line();
        }

        EmitReplacement(writer, entry, "");
        writer.Line(entry.IsScoped
            ? $"handler = dispatcher.AddScoped<{entry.InstanceType}>({Slot(entry)}, New{entry.Instance});"
            : $"handler = Composition.Singleton(ref {Names.Field(entry.Instance)}, New{entry.Instance});");
        writer.Line($"return {InstanceCall(entry)};");
    }

    private static void EmitStatic(SourceWriter writer, HandlerEntry entry)
    {
        EmitReplacement(writer, entry, "dispatcher.HasReplacements\n    && ");
        writer.Line($"return {Wrapped(entry, entry.Handler.Type)};");
    }

    private static void EmitReplacement(SourceWriter writer, HandlerEntry entry, string condition)
    {
        var handler = entry.Handler;
        if (ReplaceableHandler.Of(handler) is not { Key: var key })
        {
            return;
        }

        string contract = Shapes.HandlerInterface(handler.Kind, handler.Message, handler.Result);
        using (writer.WriteBlock(
            $"if ({condition}Composition.Replacement<{key}>(dispatcher.Services) is {contract} replacement)"))
        {
            writer.Line("return replacement.HandleAsync(message, cancellationToken);");
        }

        writer.Line();
    }

    private static void EmitInstance(SourceWriter writer, HandlerEntry entry)
    {
        var handler = entry.Handler;
        writer.Line();
        if (!entry.IsScoped)
        {
            writer.Line($"private {entry.InstanceType}? {Names.Field(entry.Instance)};").Line();
        }

        string create = handler.MethodDependencies.Count == 0
            ? $"new({DependencyEmitter.Arguments(handler.Dependencies)})"
            : $"new({string.Join(", ", HolderArguments(handler))})";
        // The delegate of a static method is kept: right for what every scope makes, not for what is made once.
        string modifier = entry.IsScoped ? "static " : "";
        writer
            .Line(GeneratedCode.Hidden)
            .Line($"private {modifier}{entry.InstanceType} New{entry.Instance}(Dispatcher dispatcher) =>")
            .Line($"    {create};");
        if (handler.MethodDependencies.Count > 0)
        {
            EmitHolder(writer.Line(), entry);
        }
    }

    private static IEnumerable<string> HolderArguments(HandlerModel handler)
    {
        if (!handler.IsStatic)
        {
            yield return $"new {handler.Type}({DependencyEmitter.Arguments(handler.Dependencies)})";
        }

        foreach (var dependency in handler.MethodDependencies)
        {
            yield return DependencyEmitter.Resolve(dependency);
        }
    }

    /// <summary>
    /// What a marked method takes besides its message is kept in an instance, like the fields of a handler class.
    /// </summary>
    private static void EmitHolder(SourceWriter writer, HandlerEntry entry)
    {
        var handler = entry.Handler;
        var parameters = handler.MethodDependencies
            .Where(static dependency => dependency.Kind != DependencyKind.Default)
            .Select(static dependency => $"{TypeOf(dependency)} {dependency.Parameter}");
        if (!handler.IsStatic)
        {
            parameters = parameters.Prepend($"{handler.Type} handlers");
        }

        string target = handler.IsStatic ? handler.Type : "handlers";
        writer.Line($"/// <summary>{handler.Display} with its dependencies.</summary>");
        using (writer.WriteBlock($"internal sealed class {entry.InstanceType}({string.Join(", ", parameters)})"))
        {
            string header = $"public {TaskOf(handler)} HandleAsync({handler.Message} message, {GeneratedCode.Token})";
            string call = Call(handler, target);
            writer.Line(GeneratedCode.Hidden);
            if (IsVoid(handler))
            {
                EmitVoidBody(writer, header, call);
            }
            else
            {
                string answer = handler.Returns is ReturnShape.Task or ReturnShape.Value ? $"new({call})" : call;
                writer.Line($"{header} =>\n    {answer};");
            }
        }
    }

    private static void EmitVoidBody(SourceWriter writer, string header, string call)
    {
        using (writer.WriteBlock(header))
        {
            writer.Line($"{call};").Line("return default;");
        }
    }

    private static string TypeOf(DependencyModel dependency) => dependency.Kind == DependencyKind.Enumerable
        ? $"IEnumerable<{dependency.Type}>"
        : dependency.Kind == DependencyKind.Dispatcher ? "Dispatcher"
        : dependency.Type + (dependency.IsOptional ? "?" : "");

    /// <summary>The call on an instance.</summary>
    private static string InstanceCall(
        HandlerEntry entry, string instance = "handler", string message = "message", string tasks = "")
    {
        var handler = entry.Handler;
        if (handler.MethodDependencies.Count > 0)
        {
            return $"{instance}.HandleAsync({message}, cancellationToken)";
        }

        string target = handler.ExplicitInterface is { } contract ? $"(({contract}){instance})" : instance;
        return Wrapped(entry, target, message, tasks);
    }

    /// <summary>Whether the handler is a method that returns <c>void</c>, which no expression can call.</summary>
    private static bool IsVoid(HandlerModel handler) => handler is { Returns: ReturnShape.Value, Result: null };

    /// <summary>A call of the handler, as an expression that gives a task.</summary>
    /// <param name="entry">The handler.</param>
    /// <param name="target">What it is called on.</param>
    /// <param name="message">What is handled.</param>
    /// <param name="tasks">The namespace of tasks, where it must be written.</param>
    private static string Wrapped(HandlerEntry entry, string target, string message = "message", string tasks = "")
    {
        var handler = entry.Handler;
        if (IsVoid(handler))
        {
            return $"{entry.Entry}_Void({(handler.IsStatic ? "" : target + ", ")}message, cancellationToken)";
        }

        string call = Call(handler, target, message);
        return handler.Returns is ReturnShape.Task or ReturnShape.Value
            ? $"new {tasks}{TaskOf(handler)}({call})"
            : call;
    }

    private static string Call(HandlerModel handler, string target, string message = "message")
    {
        string arguments = !handler.IsMethod
            ? $"{message}, cancellationToken"
            : string.Join(", ", handler.Arguments.Select(argument => argument switch
            {
                "token" => "cancellationToken",
                "message" => message,
                _ => argument,
            }));
        return $"{target}.{handler.Method}({arguments})";
    }
}
