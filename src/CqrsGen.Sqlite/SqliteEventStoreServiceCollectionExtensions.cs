using CqrsGen.EventSourcing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CqrsGen.Sqlite;

/// <summary>Registers an event store in a SQLite file.</summary>
public static class SqliteEventStoreServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IEventStore"/> as one <see cref="SqliteEventStore"/> of the container, unless there is one.
    /// The container disposes it when it is disposed itself, asynchronously.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The settings of the store.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddSqliteEventStore(
        this IServiceCollection services, SqliteEventStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEventStore>(
            provider => new SqliteEventStore(options, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
