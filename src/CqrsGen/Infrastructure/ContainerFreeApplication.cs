using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CqrsGen.Infrastructure;

/// <summary>
/// The base of the generated application without a container: answers for the services that its constructor was given.
/// Safe for concurrent use.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ContainerFreeApplication
    : IKeyedServiceProvider, IServiceProviderIsService, IServiceScopeFactory, IDisposable, IAsyncDisposable
{
    private readonly CompositionPlan _plan;
    private readonly Action<CqrsGenOptions>? _configure;
    private readonly TimeProvider _timeProvider;
    private readonly object _gate = new();
    private Composition? _composition;
    private bool _isDisposed;

    /// <summary>Takes what every application needs.</summary>
    /// <param name="plan">The modules.</param>
    /// <param name="loggerFactory">Makes the loggers; null for none.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="configure">Sets options.</param>
    protected ContainerFreeApplication(
        CompositionPlan plan,
        ILoggerFactory? loggerFactory,
        TimeProvider? timeProvider,
        Action<CqrsGenOptions>? configure)
    {
        _plan = plan;
        _configure = configure;
        _timeProvider = timeProvider ?? TimeProvider.System;
        LoggerFactory = loggerFactory ?? NullLoggerFactory.Instance;
    }

    /// <summary>The dispatcher: each message with scoped handlers gets a scope of its own.</summary>
    /// <exception cref="CqrsConfigurationException">The options are wrong.</exception>
    public Dispatcher Dispatcher => (_composition ?? Compose()).Root;

    /// <summary>Makes the loggers of handlers and middleware.</summary>
    protected ILoggerFactory LoggerFactory { get; }

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => GetKeyedService(serviceType, null);

    /// <inheritdoc/>
    public object? GetKeyedService(Type serviceType, object? serviceKey)
    {
        if (Resolve(serviceType, serviceKey) is { } given)
        {
            return given;
        }

        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(TimeProvider) ? _timeProvider
            : serviceType == typeof(ILoggerFactory) ? LoggerFactory
            : serviceType == typeof(IMessageContextAccessor) ? (_composition ?? Compose()).Contexts
            : serviceType == typeof(CqrsGenOptions) ? (_composition ?? Compose()).Options
            : null;
    }

    /// <inheritdoc/>
    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        GetKeyedService(serviceType, serviceKey)
        ?? throw new InvalidOperationException(
            $"{serviceType} was not given to the application. Handlers ask for it through IServiceProvider; " +
            "take it in their constructor instead, so that the application's constructor asks for it.");

    /// <inheritdoc/>
    public bool IsService(Type serviceType) => GetService(serviceType) is not null;

    /// <inheritdoc/>
    IServiceScope IServiceScopeFactory.CreateScope() => new Scope(this, _composition ?? Compose());

    /// <inheritdoc/>
    public void Dispose()
    {
        End()?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (End() is { } composition)
        {
            await composition.DisposeAsync().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The service that the constructor was given; null for others.</summary>
    /// <param name="service">The service.</param>
    /// <param name="key">Its key; null for none.</param>
    protected abstract object? Resolve(Type service, object? key);

    private Composition? End()
    {
        lock (_gate)
        {
            _isDisposed = true;
            return _composition;
        }
    }

    private Composition Compose()
    {
        lock (_gate)
        {
            if (_composition is null)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                var registration = new CompositionRegistration();
                registration.Plan.Merge(_plan);
                if (_configure is not null)
                {
                    registration.Configure.Add(_configure);
                }

                _composition = registration.Build(this);
            }

            return _composition;
        }
    }

    /// <summary>A scope: the given services are the same in all, the scoped handlers are not.</summary>
    private sealed class Scope : IServiceScope, IKeyedServiceProvider, IAsyncDisposable
    {
        private readonly ContainerFreeApplication _application;
        private readonly ScopedDispatcher _dispatcher;

        public Scope(ContainerFreeApplication application, Composition composition)
        {
            _application = application;
            _dispatcher = new ScopedDispatcher(composition, this);
        }

        public IServiceProvider ServiceProvider => this;

        public object? GetService(Type serviceType) =>
            serviceType == typeof(ScopedDispatcher) ? _dispatcher : _application.GetService(serviceType);

        public object? GetKeyedService(Type serviceType, object? serviceKey) =>
            _application.GetKeyedService(serviceType, serviceKey);

        public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
            _application.GetRequiredKeyedService(serviceType, serviceKey);

        public void Dispose() => _dispatcher.Dispose();

        public ValueTask DisposeAsync() => _dispatcher.DisposeAsync();
    }
}
