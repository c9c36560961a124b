using System.CommandLine;

namespace PluginHost.CommandLine;

/// <summary>The one host of this process. It starts when a verb needs it, so that <c>--help</c> is quick.</summary>
internal sealed class SessionSource(HostSettings settings) : IAsyncDisposable
{
    private HostSession? _session;

    /// <summary>The host; at the first call it is started as the command line says.</summary>
    public async Task<HostSession> GetAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        _session ??= await HostSession.StartAsync(settings.Read(parsed), cancellationToken);

    /// <summary>Unloads everything, and ends the host.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
        {
            await _session.UnloadAllAsync();
            await _session.DisposeAsync();
        }
    }
}
