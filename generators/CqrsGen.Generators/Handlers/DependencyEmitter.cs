using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Handlers;

/// <summary>Writes how a dependency is taken from the dispatcher's scope.</summary>
internal static class DependencyEmitter
{
    private const string Extensions = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";
    private const string Keyed = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions";

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
        { Kind: DependencyKind.Provider } => "dispatcher.Services",
        { Kind: DependencyKind.Enumerable } => $"{Extensions}.GetServices<{dependency.Type}>(dispatcher.Services)",
        { Key: { } key, IsOptional: true } => $"{Keyed}.GetKeyedService<{dependency.Type}>(dispatcher.Services, {key})",
        { Key: { } key } => $"{Keyed}.GetRequiredKeyedService<{dependency.Type}>(dispatcher.Services, {key})",
        { IsOptional: true } => $"{Extensions}.GetService<{dependency.Type}>(dispatcher.Services)",
        _ => $"{Extensions}.GetRequiredService<{dependency.Type}>(dispatcher.Services)",
    };
}
