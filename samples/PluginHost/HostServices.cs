using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using PluginHost.Loading;
using PluginHost.Native;
using PluginHost.Observing;
using PluginHost.Strategies;

namespace PluginHost;

/// <summary>
/// What the handlers depend on. The handlers themselves, of both modules, come with <c>AddCqrsGen</c>.
/// </summary>
internal static class HostServices
{
    public static IServiceCollection AddPluginHost(this IServiceCollection services, HostOptions options)
    {
        services.AddCqrsGen();
        services.AddStrategies();
        services.AddSingleton(options.Pool);
        services.AddSingleton(new LibraryFinder(options.SearchPath));
        services.AddSingleton<INativeLoader, SystemLoader>();
        services.AddSingleton<PluginRegistry>();
        services.AddSingleton<PriorityWorkerPool>();
        services.AddSingleton<PluginLoader>();
        services.AddSingleton<PluginMetrics>();
        services.AddSingleton<EventJournal>();
        services.AddLogging(logging => ConfigureLogging(logging, options.IsVerbose));
        return services;
    }

    private static void ConfigureLogging(ILoggingBuilder logging, bool isVerbose)
    {
        logging.SetMinimumLevel(isVerbose ? LogLevel.Debug : LogLevel.None);
        if (isVerbose)
        {
            // Standard output belongs to the answers.
            logging.AddSimpleConsole(static format =>
            {
                format.SingleLine = true;
                format.ColorBehavior = LoggerColorBehavior.Disabled;
            });
            logging.Services.Configure<ConsoleLoggerOptions>(
                static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }
    }
}
