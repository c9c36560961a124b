using CqrsGen.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Kit;

/// <summary>A container with CqrsGen in it and scopes checked.</summary>
internal static class Container
{
    public static ServiceProvider Create(
        Action<IServiceCollection>? register = null,
        Action<CqrsGenOptions>? configure = null,
        CompositionPlan? plan = null)
    {
        var services = new ServiceCollection();
        CqrsGenServices.Add(services, plan ?? new CompositionPlan(), configure);
        register?.Invoke(services);
        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public static Composition Composition(this IServiceProvider provider) =>
        provider.GetRequiredService<Composition>();
}
