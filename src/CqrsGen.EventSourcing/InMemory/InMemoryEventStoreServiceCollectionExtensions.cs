using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CqrsGen.EventSourcing;

/// <summary>Registers an event store in memory.</summary>
public static class InMemoryEventStoreServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IEventStore"/> as one <see cref="InMemoryEventStore"/> of the container, unless there is
    /// one.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddInMemoryEventStore(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEventStore>(
            static provider => new InMemoryEventStore(provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
