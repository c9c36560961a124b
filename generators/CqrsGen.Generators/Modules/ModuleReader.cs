using System.Reflection.Metadata;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Modules;

/// <summary>
/// Reads the manifest of a referenced assembly. For a file the metadata is read as it is, without a symbol: walking
/// the symbols of twenty references costs a hundred times more.
/// </summary>
internal static class ModuleReader
{
    private const string AttributeName = "CqrsModuleAttribute";
    private const string AttributeNamespace = "CqrsGen.Infrastructure";

    public static ModuleModel? Read(MetadataReference reference, CancellationToken cancellationToken)
    {
        var module = reference switch
        {
            CompilationReference project => Read(project.Compilation, cancellationToken),
            PortableExecutableReference file => Read(file),
            _ => null,
        };
        var aliases = reference.Properties.Aliases;
        return module is null || aliases.IsEmpty || aliases.Contains(MetadataReferenceProperties.GlobalAlias)
            ? module
            : Hidden(module, string.Join(",", aliases));
    }

    /// <summary>
    /// The modules that can be named and, each once, those that cannot. A file may be referenced twice; the compiler
    /// adds the aliases up.
    /// </summary>
    public static IEnumerable<ModuleModel> Distinct(IEnumerable<ModuleModel> modules) => modules
        .GroupBy(static module => module.Assembly, StringComparer.Ordinal)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .SelectMany(static group => group.All(static module => module.IsHidden)
            ? group.Take(1)
            : group.Where(static module => !module.IsHidden));

    /// <summary>A module that generated code cannot name: it says <c>global::</c> everywhere.</summary>
    private static ModuleModel Hidden(ModuleModel module, string aliases) => new()
    {
        Assembly = module.Assembly,
        RoutesClass = module.RoutesClass,
        IsHidden = true,
        Problem =
            $"is referenced by the alias {aliases} only, so generated code cannot name it. Give the reference the " +
            $"alias global too: Aliases=\"global,{aliases}\".",
    };

    private static ModuleModel? Read(Compilation compilation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: AttributeName } type
                && type.ToDisplayString() == KnownNames.ModuleAttribute
                && attribute.ConstructorArguments is { Length: 3 } arguments
                && arguments[0].Value is int version
                && arguments[1].Value is string routes
                && arguments[2].Value is string data)
            {
                return ModuleManifest.Read(compilation.Assembly.Name, version, routes, data);
            }
        }

        return null;
    }

    private static ModuleModel? Read(PortableExecutableReference file)
    {
        try
        {
            if (file.GetMetadata() is not AssemblyMetadata assembly)
            {
                return null;
            }

            var reader = assembly.GetModules()[0].GetMetadataReader();
            return reader.IsAssembly ? Read(reader) : null;
        }
        catch (Exception exception)
            when (exception is BadImageFormatException or IOException or ObjectDisposedException)
        {
            return null; // The compiler reports an unreadable reference itself.
        }
    }

    private static ModuleModel? Read(MetadataReader reader)
    {
        var assembly = reader.GetAssemblyDefinition();
        foreach (var handle in assembly.GetCustomAttributes())
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (!IsManifest(reader, attribute))
            {
                continue;
            }

            var blob = reader.GetBlobReader(attribute.Value);
            _ = blob.ReadUInt16();
            int version = blob.ReadInt32();
            string? routes = blob.ReadSerializedString();
            string? data = blob.ReadSerializedString();
            return routes is null || data is null
                ? null
                : ModuleManifest.Read(reader.GetString(assembly.Name), version, routes, data);
        }

        return null;
    }

    private static bool IsManifest(MetadataReader reader, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        var constructor = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
        if (constructor.Parent.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        var type = reader.GetTypeReference((TypeReferenceHandle)constructor.Parent);
        return reader.StringComparer.Equals(type.Name, AttributeName)
            && reader.StringComparer.Equals(type.Namespace, AttributeNamespace);
    }
}
