using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Infrastructure;

/// <summary>Tells the root of a container from its scopes, whatever the container hands to factories.</summary>
/// <remarks>
/// Microsoft's container hands out the root itself, so that a reference tells. Others, such as Autofac, wrap the scope
/// anew each time; there the scope's one <see cref="ScopedDispatcher"/> tells. It is not asked of the root where it
/// need not be: a root that refuses scoped services would do so with an exception.
/// </remarks>
internal sealed class RootScope
{
    private readonly Composition _composition;
    private readonly bool _hasOneProvider;
    private readonly ScopedDispatcher? _ofRoot;

    public RootScope(Composition composition)
    {
        _composition = composition;
        var services = composition.Services;
        _hasOneProvider = services.GetService(typeof(ProviderProbe)) is ProviderProbe probe
            && ReferenceEquals(probe.Provider, services);
        _ofRoot = _hasOneProvider ? null : Find(services);
    }

    /// <summary>The dispatcher of a scope; the root's for the root.</summary>
    /// <param name="provider">Not the root's own provider, but perhaps another one of the root.</param>
    public Dispatcher DispatcherOf(IServiceProvider provider)
    {
        var found = _hasOneProvider || _ofRoot is not null
            ? provider.GetRequiredService<ScopedDispatcher>()
            : Find(provider);
        return found is null || ReferenceEquals(found, _ofRoot) ? _composition.Root : found.Dispatcher;
    }

    /// <summary>The owner of the scope's dispatcher; null where the root refuses scoped services.</summary>
    private static ScopedDispatcher? Find(IServiceProvider provider)
    {
        try
        {
            return provider.GetService(typeof(ScopedDispatcher)) as ScopedDispatcher;
        }
        catch (Exception exception) when (exception is not ObjectDisposedException)
        {
            return null; // Each container has an exception of its own for that.
        }
    }
}
