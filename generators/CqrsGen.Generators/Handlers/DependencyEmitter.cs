using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Handlers;

/// <summary>Writes how a dependency is taken from the dispatcher's scope.</summary>
internal static class DependencyEmitter
{
    /// <summary>The arguments of a constructor or method; named where one takes its default.</summary>
    public static string Arguments(EquatableArray<DependencyModel> dependencies)
    {
        bool areNamed = dependencies.Any(static dependency => dependency.Kind == DependencyKind.Default);
        return string.Join(", ", dependencies
            .Where(static dependency => dependency.Kind != DependencyKind.Default)
            .Select(dependency => areNamed ? $"{dependency.Parameter}: {Resolve(dependency)}" : Resolve(dependency)));
    }

    public static string Resolve(DependencyModel dependency) => dependency switch
    {
        { Kind: DependencyKind.Dispatcher } => "dispatcher",
        { Kind: DependencyKind.Composition } => "dispatcher.Composition",
        { Kind: DependencyKind.Provider } => "dispatcher.Services",
        { Kind: DependencyKind.Enumerable } => $"dispatcher.Services.GetServices<{dependency.Type}>()",
        { Key: { } key, IsOptional: true } => $"dispatcher.Services.GetKeyedService<{dependency.Type}>({key})",
        { Key: { } key } => $"dispatcher.Required<{dependency.Type}>({key})",
        { IsOptional: true } => $"dispatcher.Services.GetService<{dependency.Type}>()",
        _ => $"dispatcher.Required<{dependency.Type}>()",
    };
}
