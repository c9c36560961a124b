using Microsoft.Extensions.DependencyInjection;

namespace PluginHost.Strategies;

/// <summary>
/// Registers what the handlers of this module depend on. The handlers themselves come with <c>AddCqrsGen</c>.
/// </summary>
public static class StrategyServices
{
    /// <summary>Adds the strategies.</summary>
    public static IServiceCollection AddStrategies(this IServiceCollection services) =>
        services.AddSingleton<StrategyBook>();
}
