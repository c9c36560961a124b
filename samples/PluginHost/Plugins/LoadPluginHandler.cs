using CqrsGen;
using PluginHost.Loading;
using PluginHost.Native;
using PluginHost.Strategies;

namespace PluginHost.Plugins;

/// <summary>Finds the file, asks how to load it, loads it, and tells the others.</summary>
internal sealed class LoadPluginHandler(
    LibraryFinder finder,
    PluginRegistry registry,
    PluginLoader loader,
    IQueryBus queries,
    IEventBus events,
    TimeProvider time) : ICommandHandler<LoadPlugin, Result<PluginId>>
{
    public async ValueTask<Result<PluginId>> HandleAsync(LoadPlugin command, CancellationToken cancellationToken)
    {
        if (finder.Find(command.Path) is not { } path)
        {
            return PluginErrors.FileNotFound(command.Path, finder.Place);
        }

        string fileName = Path.GetFileName(path);
        var strategy = await queries.QueryAsync(new ChooseStrategy(fileName), cancellationToken);
        var priority = command.Priority ?? strategy.Priority;
        var timeout = TimeSpan.FromSeconds(command.TimeoutSeconds);
        if (!registry.Reserve(path).TryGetValue(out var reservation, out var error))
        {
            return error;
        }

        using var release = reservation;
        if (command.ValidateOnly)
        {
            var verdict = await loader.ValidateAsync(path, priority, timeout, cancellationToken);
            return verdict.Bind<PluginId>(() => reservation.Id);
        }

        var loaded = await loader.LoadAsync(path, strategy, priority, timeout, cancellationToken);
        if (!loaded.TryGetValue(out var library, out error))
        {
            return error;
        }

        var info = Describe(reservation, library, strategy);
        if (!registry.TryCommit(reservation, info, library.Handle))
        {
            library.Dispose();
            return PluginErrors.ShuttingDown();
        }

        // It has happened: who cancels now comes too late, and the others still have to hear of it.
        await events.PublishAsync(new StrategyChosen(strategy.Name, fileName), CancellationToken.None);
        await events.PublishAsync(
            new PluginLoaded(info.Id, path, info.LoadedAt, info.LoadTime, info.BytesMapped), CancellationToken.None);
        return info.Id;
    }

    private PluginInfo Describe(PluginReservation reservation, LoadedLibrary library, LoadStrategy strategy) => new()
    {
        Id = reservation.Id,
        Path = reservation.Path,
        Type = library.Type,
        Versions = library.Versions,
        Size = library.Size,
        BytesMapped = library.BytesMapped,
        WasMapped = library.WasMapped,
        LoadedAt = time.GetUtcNow(),
        LoadTime = library.LoadTime,
        Strategy = strategy.Name,
    };
}
