using CqrsGen;
using PluginHost.Loading;

namespace PluginHost.Plugins;

/// <summary>Answers questions about the loaded plug-ins.</summary>
internal sealed class PluginQueries(PluginRegistry registry)
    : IQueryHandler<GetPluginInfo, PluginInfo?>, IQueryHandler<ListLoadedPlugins, IReadOnlyList<PluginInfo>>
{
    public ValueTask<PluginInfo?> HandleAsync(GetPluginInfo query, CancellationToken cancellationToken) =>
        new(registry.Find(query.Id));

    public ValueTask<IReadOnlyList<PluginInfo>> HandleAsync(
        ListLoadedPlugins query, CancellationToken cancellationToken)
    {
        var page = registry.All
            .Where(plugin => query.Type is null || plugin.Type == query.Type)
            .Skip(query.Offset)
            .Take(query.Limit);
        return new(page.ToArray());
    }
}
