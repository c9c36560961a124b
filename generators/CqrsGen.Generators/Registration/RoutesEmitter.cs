using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Pipelines;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Registration;

/// <summary>Writes the main part of the routes class: its number, its middleware, what a container asks.</summary>
internal static class RoutesEmitter
{
    public static SourceText Emit(RoutesModel model, Notices notices)
    {
        var writer = GeneratedCode.Start(
            $"the routes of {model.Assembly}", "its messages, handlers and middleware", notices);
        using (GeneratedCode.WriteNamespace(writer))
        {
            writer
                .Line(
                    $"/// <summary>The routes of {model.Assembly}: a method per message, " +
                    "and switches for what is not known by type.</summary>")
                .Line(GeneratedCode.Attribute)
                .Line(
                    "[global::System.ComponentModel.EditorBrowsable(" +
                    "global::System.ComponentModel.EditorBrowsableState.Never)]")
                .MarkObsolete(notices);
            string bases = string.Concat(RouteSwitch.Of(model).Select(static found => $", {found.Interface}"));
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
                MessageNamesEmitter.Emit(writer, model);
                EmitMiddleware(writer, model);
                foreach (var tail in model.Tails)
                {
                    HookTailEmitter.EmitShared(writer, tail);
                }

                SwitchEmitter.Emit(writer, model);
                EmitValidators(writer, model);
                EmitNeeds(writer, model);
                EmitReplaceable(writer, model);
            }
        }

        return writer.ToSourceText();
    }

    private static void EmitMiddleware(SourceWriter writer, RoutesModel model)
    {
        var scoped = model.Middleware.Where(static middleware => !middleware.IsSingleton).ToList();
        if (scoped.Count > 0)
        {
            EmitScoped(writer, scoped);
        }

        var singletons = model.Middleware.Where(static middleware => middleware.IsSingleton).ToList();
        if (singletons.Count > 0)
        {
            EmitSingletons(writer, singletons);
        }
    }

    /// <summary>In a class of their own, where no name of a handler or message can meet theirs.</summary>
    private static void EmitScoped(SourceWriter writer, List<MiddlewareInstance> scoped)
    {
        writer.Line().Line("/// <summary>Makes the middleware of which every scope has an instance.</summary>");
        using (writer.WriteBlock("private static class ScopedMiddleware"))
        {
            for (int index = 0; index < scoped.Count; index++)
            {
                var middleware = scoped[index];
                writer
                    .LineIf(index > 0, "")
                    .Line($"public static {middleware.Type} New{middleware.Name}(Dispatcher dispatcher) =>")
                    .Line($"    new({DependencyEmitter.Arguments(middleware.Dependencies)});");
            }
        }
    }

    private static void EmitSingletons(SourceWriter writer, List<MiddlewareInstance> singletons)
    {
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
            writer
                .Line()
                .LineIf(!validator.IsSingleton, PipelineParts.SlotComment)
                .Line($"private static {validator.Type} ValidatorOf{found.Name}(Dispatcher dispatcher) =>");
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
}
