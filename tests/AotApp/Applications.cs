using AotApp.Shop;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AotApp;

/// <summary>Containers with everything in it.</summary>
internal static class Applications
{
    public static IServiceCollection Services(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(static setting =>
                new KeyValuePair<string, string?>(setting.Key, setting.Value)))
            .Build());
        services.AddSingleton<OrderBook>();
        services.AddSingleton<Journal>();
        services.AddSingleton<Meeting>();
        services.AddScoped<UnitOfWork>();
        services.AddCqrsGen(static options => options.Json.TypeInfoResolverChain.Add(ShopJson.Default));
        return services;
    }

    public static ServiceProvider Start(params (string Key, string Value)[] settings) =>
        Services(settings).BuildServiceProvider(validateScopes: true);
}
