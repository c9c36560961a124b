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
        file
            .Line("// A field ends at a bar, a list begins with its length: built-in middleware; facts of results;")
            .Line("// messages (type, kind, result, wire name, options, facts, route, handler, middleware);")
            .Line("// event handlers; middleware (class, form, order, kinds, scope, hooks); needed services.")
            .Line("[assembly: global::CqrsGen.Infrastructure.CqrsModule(");
        using (file.Indented())
        {
            file.Line($"{ModuleModel.Version},").Line($"{Names.Literal(module.RoutesClass)},").Line("\"\"\"");
            ModuleManifest.Write(new ManifestWriter(file), module);
            file.Line("\"\"\")]");
        }

        return file.ToSourceText();
    }
}
