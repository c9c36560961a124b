using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Pipelines;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Registration;

/// <summary>Writes the main part of the routes class: its number, its middleware, its switches.</summary>
internal static class RoutesEmitter
{
    private const string ValueTask = "ValueTask";
    private const string ByteMemory = "ReadOnlyMemory<byte>";

    public static SourceText Emit(RoutesModel model, Notices notices)
    {
        var writer = GeneratedCode.Start(
            $"the routes of {model.Assembly}", "its messages, handlers and middleware", notices);
        using (GeneratedCode.WriteNamespace(writer))
        {
            var switches = Switches(model);
            writer
                .Line(
                    $"/// <summary>The routes of {model.Assembly}: a method per message, " +
                    "and switches for what is not known by type.</summary>")
                .Line(GeneratedCode.Attribute)
                .Line(
                    "[global::System.ComponentModel.EditorBrowsable(" +
                    "global::System.ComponentModel.EditorBrowsableState.Never)]")
                .MarkObsolete(notices);
            string bases = string.Concat(switches.Select(static found => $", {found.Interface}"));
            using (writer.WriteBlock($"public partial class {model.Name} : Routes{bases}"))
            {
                writer
                    .Line("/// <summary>Where a container keeps these routes.</summary>")
                    .Line("public static readonly int Ordinal = NextOrdinal();")
                    .Line()
                    .Line("/// <summary>Made by the composition.</summary>")
                    .Line($"public {model.Name}(Composition composition)")
                    .Line("    : base(composition)")
                    .Line("{")
                    .Line("}");
                EmitNames(writer, model);
                EmitMiddleware(writer, model);
                foreach (var tail in model.Tails)
                {
                    HookTailEmitter.EmitShared(writer, tail);
                }

                EmitByType(writer, model, switches);
                EmitByName(writer, model);
                EmitUnknown(writer, model);
                EmitValidators(writer, model);
                EmitNeeds(writer, model);
                EmitReplaceable(writer, model);
            }
        }

        return writer.ToSourceText();
    }

    /// <summary>One constant: a thousand names cost no code, and no array before somebody asks.</summary>
    private static void EmitNames(SourceWriter writer, RoutesModel model)
    {
        var names = model.ByName
            .Where(static route => route.Name.Length > 0 && !route.Name.Any(IsOdd))
            .OrderBy(static route => route.Name, StringComparer.Ordinal)
            .ToList();
        if (names.Count == 0)
        {
            return;
        }

        int longest = names.Max(static route => LongestQuote(route.Name));
        string quotes = new('"', longest > 2 ? longest + 1 : 3);
        writer
            .Line()
            .Line("/// <inheritdoc/>")
            .Line("public override ReadOnlySpan<byte> MessageNames =>")
            .Line($"    {quotes}");
        foreach (var route in names.Where(HasTimeout))
        {
            writer.Line($"    {route.Name}");
        }

        if (!names.All(HasTimeout))
        {
            writer.Line();
            foreach (var route in names.Where(static route => !HasTimeout(route)))
            {
                writer.Line($"    {route.Name}");
            }
        }

        writer.Line($"    {quotes}u8;");
    }

    private static bool HasTimeout(SwitchCase route) => route.Kind is MessageKind.Command or MessageKind.Query;

    /// <summary>Whether a letter cannot stand in a line of UTF-8; such a name is not checked.</summary>
    private static bool IsOdd(char letter) =>
        char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029';

    private static int LongestQuote(string name)
    {
        int longest = 0;
        int current = 0;
        foreach (char letter in name)
        {
            current = letter == '"' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }

    private static void EmitMiddleware(SourceWriter writer, RoutesModel model)
    {
        foreach (var middleware in model.Middleware.Where(static middleware => !middleware.IsSingleton))
        {
            writer
                .Line()
                .Line($"private static {middleware.Type} New{middleware.Name}(Dispatcher dispatcher) =>")
                .Line($"    new({DependencyEmitter.Arguments(middleware.Dependencies)});");
        }

        var singletons = model.Middleware.Where(static middleware => middleware.IsSingleton).ToList();
        if (singletons.Count == 0)
        {
            return;
        }

        writer
            .Line()
            .Line("private MiddlewareInstances? _middleware;")
            .Line()
            .Line("private MiddlewareInstances Middleware =>")
            .Line("    _middleware ?? Composition.Singleton(")
            .Line("        ref _middleware, static dispatcher => new MiddlewareInstances(dispatcher));")
            .Line()
            .Line("/// <summary>The middleware of which a container has one instance.</summary>");
        using (writer.WriteBlock("private sealed class MiddlewareInstances(Dispatcher dispatcher)"))
        {
            foreach (var middleware in singletons)
            {
                writer.Line(
                    $"public readonly {middleware.Type} {middleware.Name} = " +
                    $"dispatcher.Composition.Shared<{middleware.Type}>(");
                writer.Line(
                    $"    static dispatcher => new {middleware.Type}(" +
                    $"{DependencyEmitter.Arguments(middleware.Dependencies)}));");
            }
        }
    }

    /// <summary>The switches over types without a generated route, one per kind and result.</summary>
    private static List<Switch> Switches(RoutesModel model) => model.ByType
        .Where(static route => !IsPlain(route))
        .GroupBy(static route => (route.Kind, route.ResultKey))
        .Select(static group => new Switch(group.Key.Kind, group.First().Result!, group.ToList()))
        .ToList();

    /// <summary>Commands without result and events have virtual methods instead of an interface.</summary>
    private static bool IsPlain(SwitchCase route) => route.Kind == MessageKind.Event || route.Result is null;

    private static void EmitByType(SourceWriter writer, RoutesModel model, List<Switch> switches)
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

        foreach (var found in switches)
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
                    string result = IsPlain(route) ? "" : $"<{route.Result}>";
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

    private static void EmitValidators(SourceWriter writer, RoutesModel model)
    {
        if (model.Validators.Count == 0)
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>");
        using (writer.WriteBlock("public override void AddValidators(global::CqrsGen.Infrastructure.ValidatorMap map)"))
        {
            foreach (var found in model.Validators)
            {
                foreach (string message in found.Messages)
                {
                    writer.Line($"map.Add<{message}>(typeof({found.Validator.Type}), ValidatorOf{found.Name});");
                }
            }
        }

        foreach (var found in model.Validators)
        {
            var validator = found.Validator;
            string arguments = DependencyEmitter.Arguments(validator.Dependencies);
            string create = $"static dispatcher => new {validator.Type}({arguments})";
            int slot = HandlerEmitter.Slot(validator.Type);
            writer.Line().Line($"private static {validator.Type} ValidatorOf{found.Name}(Dispatcher dispatcher) =>");
            writer.Line(validator.IsSingleton
                ? $"    dispatcher.Composition.Shared<{validator.Type}>({create});"
                : $"    dispatcher.FindScoped<{validator.Type}>({slot})\n" +
                  $"        ?? dispatcher.AddScoped<{validator.Type}>({slot}, {create});");
        }
    }

    private static void EmitNeeds(SourceWriter writer, RoutesModel model)
    {
        var required = model.Needs.Where(static need => need is { IsOptional: false, IsEnumerable: false }).ToList();
        if (required.Count == 0)
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>");
        using (writer.WriteBlock("public override void AddDependencies(DependencyCheck check)"))
        {
            foreach (var need in required)
            {
                writer.Line(need.Key is { } key
                    ? $"check.RequireKeyed(typeof({need.Service}), {key}, {Names.Literal(need.Consumer)});"
                    : $"check.Require(typeof({need.Service}), {Names.Literal(need.Consumer)});");
            }
        }
    }

    private static void EmitReplaceable(SourceWriter writer, RoutesModel model)
    {
        if (model.Replaceable.Count == 0)
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>");
        using (writer.WriteBlock("public override void AddReplaceable(ReplacementCheck check)"))
        {
            foreach (var handler in model.Replaceable)
            {
                writer.Line($"check.Add(typeof({handler.Key}));");
            }
        }
    }

    private sealed record Switch(MessageKind Kind, string Result, IReadOnlyList<SwitchCase> Cases)
    {
        public string Method => Kind switch
        {
            MessageKind.Command => "Send",
            MessageKind.Query => "Query",
            _ => "Stream",
        };

        public string Interface => $"I{Kind switch
        {
            MessageKind.Command => "Command",
            MessageKind.Query => "Query",
            _ => "Stream",
        }}Switch<{Result}>";

        public string MessageInterface => Kind switch
        {
            MessageKind.Command => $"ICommand<{Result}>",
            MessageKind.Query => $"IQuery<{Result}>",
            _ => $"IStreamQuery<{Result}>",
        };

        public string Task => Kind == MessageKind.StreamQuery
            ? $"IAsyncEnumerable<{Result}>"
            : $"{ValueTask}<{Result}>";
    }
}
