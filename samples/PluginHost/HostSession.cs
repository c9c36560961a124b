using CqrsGen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PluginHost.Native;
using PluginHost.Observing;
using PluginHost.Plugins;

namespace PluginHost;

/// <summary>A running host: its container, from start to orderly end.</summary>
internal sealed class HostSession : IAsyncDisposable
{
    private readonly MetricsRecorder _metrics = new(); // Before the container, so that it misses nothing.
    private readonly ServiceProvider _services;

    private HostSession(HostOptions options)
    {
        _services = new ServiceCollection()
            .AddPluginHost(options)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        Bus = _services.GetRequiredService<IDispatcher>();
        Journal = _services.GetRequiredService<EventJournal>();
        Finder = _services.GetRequiredService<LibraryFinder>();
    }

    /// <summary>The buses; each message gets a scope of its own.</summary>
    public IDispatcher Bus { get; }

    public EventJournal Journal { get; }

    public LibraryFinder Finder { get; }

    public MetricsRecorder Metrics => _metrics;

    /// <summary>Starts a host.</summary>
    /// <exception cref="CqrsConfigurationException">Something is not registered; all of it is listed.</exception>
    public static async Task<HostSession> StartAsync(HostOptions options, CancellationToken cancellationToken)
    {
        var session = new HostSession(options);
        try
        {
            // A generic host would do this; a plain container does not. CqrsGen checks itself here.
            foreach (var service in session._services.GetServices<IHostedService>())
            {
                await service.StartAsync(cancellationToken);
            }

            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Unloads what is loaded.</summary>
    public ValueTask UnloadAllAsync() => Bus.SendAsync(new UnloadAllPlugins());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _metrics.Dispose();
    }
}
