using Microsoft.Extensions.Hosting;

namespace CqrsGen.Infrastructure;

/// <summary>Checks options and dependencies when a host starts, and reports everything that is wrong at once.</summary>
internal sealed class StartUpCheck(Composition composition) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        composition.Check(problems);
        return problems.Count == 0
            ? Task.CompletedTask
            : throw new CqrsConfigurationException(problems);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
