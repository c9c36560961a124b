using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Infrastructure;

/// <summary>
/// Says who needs a service that a container does not have. Asked for only where it is missing, so that nothing is
/// paid for it before: no generated code names the consumer once more.
/// </summary>
internal static class MissingService
{
    /// <summary>The exception to throw.</summary>
    /// <param name="composition">The application.</param>
    /// <param name="service">The service.</param>
    /// <param name="key">Its key; null for none.</param>
    public static CqrsConfigurationException Of(Composition composition, Type service, object? key)
    {
        var problems = new List<string>();
        var check = new DependencyCheck(new AllBut(service, key), problems);
        foreach (var table in composition.Tables)
        {
            table?.AddDependencies(check);
        }

        return new CqrsConfigurationException(problems.Count > 0
            ? problems.Distinct().ToList()
            : [$"{service} is needed and not registered. Register it."]);
    }

    /// <summary>Stands for a container that lacks nothing but one service.</summary>
    private sealed class AllBut(Type service, object? key) : IServiceProviderIsKeyedService
    {
        public bool IsService(Type serviceType) => key is not null || serviceType != service;

        public bool IsKeyedService(Type serviceType, object? serviceKey) =>
            key is null || serviceType != service || !Equals(serviceKey, key);
    }
}
