using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Registration;

/// <summary>Writes <c>AddCqrsGen</c>: what users call, and the plan behind it.</summary>
internal static class RegistrationEmitter
{
    private const string ClassName = "CqrsGenServiceCollectionExtensions";
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";

    /// <summary>What users call. It is the same in every assembly, so it is never written again.</summary>
    public static SourceText EmitSurface()
    {
        var writer = GeneratedCode.Start("the registration of the application", "nothing; it is the same everywhere");
        using (writer.WriteBlock("namespace Microsoft.Extensions.DependencyInjection"))
        {
            writer
                .Line(
                    "/// <summary>Registers the messages and handlers of this assembly " +
                    "and of every module that it references.</summary>")
                .Line("[global::Microsoft.CodeAnalysis.Embedded]")
                .Line(GeneratedCode.Attribute);
            using (writer.WriteBlock($"internal static partial class {ClassName}"))
            {
                writer
                    .Line("/// <summary>")
                    .Line(
                        "/// Registers the buses (<see cref=\"global::CqrsGen.IDispatcher\"/>, " +
                        "<see cref=\"global::CqrsGen.ICommandBus\"/>,")
                    .Line(
                        "/// <see cref=\"global::CqrsGen.IQueryBus\"/>, <see cref=\"global::CqrsGen.IEventBus\"/>) " +
                        "and composes this assembly with")
                    .Line("/// every module that it references.")
                    .Line("/// </summary>")
                    .Line("/// <param name=\"services\">The services.</param>")
                    .Line(
                        "/// <param name=\"configure\">Sets options; " +
                        "the configuration section <c>CqrsGen</c> is applied after it.</param>");
                using (writer.WriteBlock(
                    $"public static {Services} AddCqrsGen(this {Services} services, " +
                    "global::System.Action<global::CqrsGen.CqrsGenOptions>? configure = null)"))
                {
                    writer.Line(
                        "return global::CqrsGen.Infrastructure.CqrsGenServices.Add(services, Plan(), configure);");
                }

                writer.Line().Line("/// <summary>The modules of the application.</summary>");
                using (writer.WriteBlock("internal static global::CqrsGen.Infrastructure.CompositionPlan Plan()"))
                {
                    writer
                        .Line("var plan = new global::CqrsGen.Infrastructure.CompositionPlan();")
                        .Line("Compose(plan);")
                        .Line("return plan;");
                }

                writer.Line().Line("static partial void Compose(global::CqrsGen.Infrastructure.CompositionPlan plan);");
            }
        }

        return writer.ToSourceText();
    }

    /// <summary>The plan: which routes a container gets, and where the host leads those of its modules.</summary>
    public static SourceText EmitPlan(RegistrationModel model, Notices notices)
    {
        var writer = GeneratedCode.Start(
            "the modules of the application", "the references of the project, or its middleware", notices);
        if (model.Omissions.Count > 0)
        {
            writer
                .Line("// What was left out. Where the analyzers run, most of it is reported at its place too, under")
                .Line("// the same number: mend it there.");
        }

        foreach (var omission in model.Omissions)
        {
            writer.Line($"#error {omission.Id}: {Names.OnOneLine(omission.Message)}");
        }

        if (!model.Composes)
        {
            return writer.ToSourceText();
        }

        if (model.HasDependencyInjection)
        {
            EmitCompose(writer, model);
        }

        EmitHostClasses(writer, model, notices);
        return writer.ToSourceText();
    }

    private static void EmitCompose(SourceWriter writer, RegistrationModel model)
    {
        using (writer.WriteBlock("namespace Microsoft.Extensions.DependencyInjection"))
        {
            using (writer.WriteBlock($"static partial class {ClassName}"))
            {
                using (writer.WriteBlock(
                    "static partial void Compose(global::CqrsGen.Infrastructure.CompositionPlan plan)"))
                {
                    foreach (var module in model.Modules)
                    {
                        string made = module.HostClass is { } host
                            ? $"global::CqrsGen.Generated.{host}"
                            : module.RoutesClass;
                        writer
                            .Line($"// {module.Assembly}")
                            .Line(
                                $"plan.Add({module.RoutesClass}.Ordinal, " +
                                $"static composition => new {made}(composition));");
                    }
                }
            }
        }
    }

    private static void EmitHostClasses(SourceWriter writer, RegistrationModel model, Notices notices)
    {
        var led = model.Modules.Where(static module => module.HostClass is not null).ToList();
        if (led.Count == 0)
        {
            return;
        }

        writer.Line();
        using (GeneratedCode.WriteNamespace(writer))
        {
            for (int index = 0; index < led.Count; index++)
            {
                writer.LineIf(index > 0, "");
                EmitHostClass(writer, led[index], notices);
            }
        }
    }

    private static void EmitHostClass(SourceWriter writer, ComposedModule module, Notices notices)
    {
        writer.Line(
            $"/// <summary>The routes of {module.Assembly}, led to where " +
            "this application handles its messages.</summary>");
        using (writer.MarkObsolete(notices).WriteBlock(
            $"internal sealed class {module.HostClass}(" +
            $"global::CqrsGen.Infrastructure.Composition composition) : {module.RoutesClass}(composition)"))
        {
            for (int index = 0; index < module.Overrides.Count; index++)
            {
                writer.LineIf(index > 0, "");
                EmitOverride(writer, module.Overrides[index]);
            }
        }
    }

    private static void EmitOverride(SourceWriter writer, RouteOverride route)
    {
        string parameters = $"{route.Message} message, Dispatcher dispatcher, {GeneratedCode.Token}";
        writer.Line(GeneratedCode.Hidden);
        if (route.Call == "base")
        {
            writer
                .Line($"internal {route.Task} {route.Member}_Module({parameters}) =>")
                .Line($"    base.{route.Member}({GeneratedCode.Arguments});");
            return;
        }

        writer
            .Line($"public override {route.Task} {route.Member}({parameters}) =>")
            .Line($"    {route.Call}({GeneratedCode.Arguments});");
    }
}
