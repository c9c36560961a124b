using System.Diagnostics;

namespace PluginHost.Tests.Kit;

/// <summary>Waits for what another thread is about to do.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task ShouldBeTrueAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.ShouldBeLessThan(Patience, "It did not happen in time.");
            await Task.Delay(5);
        }
    }
}
