using Microsoft.Extensions.Hosting;

namespace CqrsGen.Infrastructure;

/// <summary>Checks options and dependencies when a host starts, and reports everything that is wrong at once.</summary>
internal sealed class StartUpCheck(Composition composition) : IHostedLifecycleService
{
    /// <summary>Throws when something is wrong.</summary>
    public static void Run(Composition composition)
    {
        var problems = new List<string>();
        composition.Check(problems);
        if (problems.Count > 0)
        {
            throw new CqrsConfigurationException(problems);
        }
    }

    /// <summary>Runs before any hosted service of the application starts.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        Run(composition);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
