namespace CqrsGen.BuiltIns.Tests;

/// <summary>A container as an application builds it, and its bus.</summary>
internal sealed class App : IDisposable
{
    private readonly ServiceProvider _provider;

    public App(Action<CqrsGenOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<Journal>();
        services.AddScoped<ScopedService>();
        services.AddCqrsGen(options => configure?.Invoke(options));
        _provider = services.BuildServiceProvider(validateScopes: true);
    }

    public IDispatcher Bus => _provider.GetRequiredService<IDispatcher>();

    public Journal Journal => _provider.GetRequiredService<Journal>();

    public void Dispose() => _provider.Dispose();
}

/// <summary>What hooks saw, in order.</summary>
internal sealed class Journal
{
    private readonly object _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<Exception> _failures = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public IReadOnlyList<Exception> Failures
    {
        get
        {
            lock (_gate)
            {
                return [.. _failures];
            }
        }
    }

    public void Add(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
        }
    }

    public void Add(Exception failure)
    {
        lock (_gate)
        {
            _failures.Add(failure);
        }
    }
}

internal sealed class ScopedService;
