using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Registration;

/// <summary>Writes <c>CqrsGenApplication</c>: the application with its services given to a constructor.</summary>
internal static class ContainerFreeEmitter
{
    public static SourceText Emit(ContainerFreeModel model, Notices notices)
    {
        var writer = GeneratedCode.Start(
            "the application without a container",
            "the dependencies of its handlers and middleware",
            notices);
        using (writer.WriteBlock("namespace CqrsGen"))
        {
            writer
                .Line("/// <summary>")
                .Line(
                    "/// The application without a container: takes every service that a handler or middleware " +
                    "needs, once.")
                .Line("/// Dispose it to dispose what it made; the services stay yours.")
                .Line("/// </summary>")
                .Line("[global::Microsoft.CodeAnalysis.Embedded]")
                .Line(GeneratedCode.Attribute)
                .Line(
                    "internal sealed class CqrsGenApplication : " +
                    "global::CqrsGen.Infrastructure.ContainerFreeApplication");
            using (writer.WriteBlock())
            {
                EmitFields(writer, model);
                EmitConstructor(writer, model);
                EmitResolve(writer, model);
            }
        }

        return writer.ToSourceText();
    }

    private static void EmitFields(SourceWriter writer, ContainerFreeModel model)
    {
        foreach (var parameter in model.Parameters)
        {
            writer.Line($"private readonly {parameter.Type}{(parameter.IsOptional ? "?" : "")} {Field(parameter)};");
        }

        writer.LineIf(model.Parameters.Count > 0, "");
    }

    private static void EmitConstructor(SourceWriter writer, ContainerFreeModel model)
    {
        writer.Line("/// <summary>Composes the application.</summary>");
        foreach (var parameter in model.Parameters)
        {
            string name = parameter.Name.TrimStart('@');
            string key = parameter.Key is { } literal ? $"The one with the key {literal}, for" : "For";
            string consumers = $"{key} {parameter.Consumer} and all else that needs it.";
            writer.Line($"/// <param name=\"{name}\">{Escape(consumers)}</param>");
        }

        writer
            .Line("/// <param name=\"loggerFactory\">Makes the loggers; null for none.</param>")
            .Line("/// <param name=\"timeProvider\">The clock; null for the system's.</param>")
            .Line("/// <param name=\"configure\">Sets options.</param>")
            .Line("public CqrsGenApplication(");
        using (writer.Indented())
        {
            foreach (var parameter in model.Parameters)
            {
                writer.Line(parameter.IsOptional
                    ? $"{parameter.Type}? {parameter.Name} = null,"
                    : $"{parameter.Type} {parameter.Name},");
            }

            writer
                .Line("global::Microsoft.Extensions.Logging.ILoggerFactory? loggerFactory = null,")
                .Line("global::System.TimeProvider? timeProvider = null,")
                .Line("global::System.Action<global::CqrsGen.CqrsGenOptions>? configure = null)")
                .Line(
                    ": base(" +
                    "global::Microsoft.Extensions.DependencyInjection.CqrsGenServiceCollectionExtensions.Plan(), " +
                    "loggerFactory, timeProvider, configure)");
        }

        using (writer.WriteBlock())
        {
            foreach (var parameter in model.Parameters)
            {
                string check = parameter.IsOptional
                    ? ""
                    : $" ?? throw new global::System.ArgumentNullException(nameof({parameter.Name}))";
                writer.Line($"{Field(parameter)} = {parameter.Name}{check};");
            }
        }
    }

    private static void EmitResolve(SourceWriter writer, ContainerFreeModel model)
    {
        writer.Line().Line("/// <inheritdoc/>");
        using (writer.WriteBlock("protected override object? Resolve(global::System.Type service, object? key)"))
        {
            foreach (var parameter in model.Parameters)
            {
                string key = parameter.Key is { } literal ? $"object.Equals(key, {literal})" : "key is null";
                using (writer.WriteBlock($"if (service == typeof({parameter.Type}) && {key})"))
                {
                    writer.Line($"return {Field(parameter)};");
                }

                writer.Line();
            }

            foreach (string category in model.LoggerTypes)
            {
                using (writer.WriteBlock(
                    $"if (service == typeof(global::Microsoft.Extensions.Logging.ILogger<{category}>))"))
                {
                    writer.Line($"return new global::Microsoft.Extensions.Logging.Logger<{category}>(LoggerFactory);");
                }

                writer.Line();
            }

            writer.Line("return null;");
        }
    }

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace("\n", " ");

    private static string Field(ContainerFreeParameter parameter) => Names.Field(parameter.Name.TrimStart('@'));
}
