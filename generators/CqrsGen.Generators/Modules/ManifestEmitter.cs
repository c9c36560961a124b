using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Modules;

/// <summary>Writes the manifest attribute.</summary>
internal static class ManifestEmitter
{
    public static SourceText Emit(ModuleModel module) => GeneratedCode
        .Start($"what other assemblies must know of {module.Assembly}", "its messages, handlers and middleware")
        .Line(
            $"[assembly: global::CqrsGen.Infrastructure.CqrsModule({ModuleModel.Version}, " +
            $"{Names.Literal(module.RoutesClass)}, {Names.Literal(ModuleManifest.Write(module))})]")
        .ToSourceText();
}
