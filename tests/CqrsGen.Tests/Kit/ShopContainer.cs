using CqrsGen.Tests.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Kit;

/// <summary>A container with the hand-written module in it.</summary>
internal static class ShopContainer
{
    public static ServiceProvider Create(
        Action<IServiceCollection>? register = null, Action<CqrsGenOptions>? configure = null) =>
        Container.Create(
            services =>
            {
                services.AddSingleton<Log>().AddScoped<Ledger>().AddKeyedScoped<Ledger>("archive");
                register?.Invoke(services);
            },
            configure,
            ShopRoutes.Plan);
}
