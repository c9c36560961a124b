using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CqrsGen.Infrastructure;

/// <summary>
/// The part of the registration that is the same for every application. Called by the generated <c>AddCqrsGen</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CqrsGenServices
{
    /// <summary>Registers the buses and the modules of a plan. May be called by several composing assemblies.</summary>
    /// <param name="services">The services.</param>
    /// <param name="plan">The modules.</param>
    /// <param name="configure">Sets options; the configuration section <c>CqrsGen</c> is applied after it.</param>
    /// <param name="configuration">
    /// The configuration, or its section <c>CqrsGen</c>; null takes the container's configuration, where there is one.
    /// </param>
    public static IServiceCollection Add(
        IServiceCollection services,
        CompositionPlan plan,
        Action<CqrsGenOptions>? configure,
        IConfiguration? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var registration = Registration(services);
        registration.Plan.Merge(plan);
        if (configure is not null)
        {
            registration.Configure.Add(configure);
        }

        registration.Configuration = configuration ?? registration.Configuration;
        return services;
    }

    internal static CompositionRegistration Registration(IServiceCollection services)
    {
        foreach (var descriptor in services)
        {
            if (descriptor is { IsKeyedService: false, ImplementationInstance: CompositionRegistration existing })
            {
                return existing;
            }
        }

        var registration = new CompositionRegistration();
        services.AddSingleton(registration);
        services.AddSingleton(registration.Build);
        services.AddSingleton(static provider => provider.GetRequiredService<Composition>().Options);
        services.AddSingleton(static provider => provider.GetRequiredService<Composition>().Contexts);
        services.AddScoped(static provider =>
            new ScopedDispatcher(provider.GetRequiredService<Composition>(), provider));
        services.AddTransient<OwnedInstance>();
        services.AddTransient(static provider => new ProviderProbe(provider));
        services.AddTransient(DispatcherOf);
        services.AddTransient<IDispatcher>(DispatcherOf);
        services.AddTransient<ICommandBus>(DispatcherOf);
        services.AddTransient<IQueryBus>(DispatcherOf);
        services.AddTransient<IEventBus>(DispatcherOf);
        services.AddTransient<IMessageGateway>(static provider => new MessageGateway(DispatcherOf(provider)));
        services.AddSingleton<IHostedService>(static provider =>
            new StartUpCheck(provider.GetRequiredService<Composition>()));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdGenerator>(static provider =>
            new VersionSevenIdGenerator(provider.GetRequiredService<TimeProvider>()));
        return registration;
    }

    /// <summary>The root's dispatcher for singletons, the scope's for everything else.</summary>
    private static Dispatcher DispatcherOf(IServiceProvider provider)
    {
        var composition = provider.GetRequiredService<Composition>();
        return ReferenceEquals(provider, composition.Services)
            ? composition.Root
            : composition.RootScope.DispatcherOf(provider);
    }
}
