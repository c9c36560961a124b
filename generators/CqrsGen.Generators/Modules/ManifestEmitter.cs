using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Modules;

/// <summary>Writes the manifest attribute.</summary>
internal static class ManifestEmitter
{
    public static SourceText Emit(ModuleModel module)
    {
        var file = GeneratedCode.Start(
            $"what other assemblies must know of {module.Assembly}", "its messages, handlers and middleware");
        file.Line("[assembly: global::CqrsGen.Infrastructure.CqrsModule(");
        using (file.Indented())
        {
            file.Line($"{ModuleModel.Version},").Line($"{Names.Literal(module.RoutesClass)},").Line("\"\"\"");
            ModuleManifest.Write(new ManifestWriter(file), module);
            file.Line("\"\"\")]");
        }

        return file.ToSourceText();
    }
}
