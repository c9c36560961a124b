namespace CqrsGen.IntegrationTests.Kit;

/// <summary>Containers as an application builds them.</summary>
internal static class App
{
    public static ServiceProvider Build(Action<IServiceCollection>? add = null) =>
        Services(add).BuildServiceProvider(validateScopes: true);

    public static IServiceCollection Services(Action<IServiceCollection>? add = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<Journal>();
        services.AddScoped<ScopedService>();
        services.AddSingleton<SingletonService>();
        services.AddCqrsGen();
        add?.Invoke(services);
        return services;
    }

    public static IDispatcher Bus(this IServiceProvider provider) => provider.GetRequiredService<IDispatcher>();
}
