using CqrsGen.EventSourcing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CqrsGen.PostgreSql;

/// <summary>Registers an event store in a PostgreSQL database.</summary>
public static class PostgreSqlEventStoreServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IEventStore"/> as one <see cref="PostgreSqlEventStore"/> of the container, unless there is
    /// one. The container disposes it when it is disposed itself, asynchronously.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The settings of the store.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddPostgreSqlEventStore(
        this IServiceCollection services, PostgreSqlEventStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEventStore>(provider => new PostgreSqlEventStore(
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<PostgreSqlEventStore>>() ?? NullLogger<PostgreSqlEventStore>.Instance));
        return services;
    }
}
