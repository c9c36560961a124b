namespace CqrsGen.Benchmarks.Analyzers;

/// <summary>What a piece of work took.</summary>
internal readonly record struct Sample(double Cpu, double Wall, double Bytes)
{
    public static async Task<Sample> Of(Func<Task> work)
    {
        GC.Collect(); // So that it does not pay for what was made before.
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await work();
        return new Sample(
            (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds,
            watch.Elapsed.TotalMilliseconds,
            GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    /// <summary>The median of each.</summary>
    public static Sample Median(IReadOnlyCollection<Sample> samples) => Percentile(samples, 50);

    /// <summary>A percentile of each, by the nearest rank.</summary>
    public static Sample Percentile(IReadOnlyCollection<Sample> samples, int percent)
    {
        return new Sample(
            Of(static sample => sample.Cpu), Of(static sample => sample.Wall), Of(static sample => sample.Bytes));

        double Of(Func<Sample, double> value) =>
            samples.Select(value).Order().ElementAt(((samples.Count * percent) + 99) / 100 - 1);
    }
}
