using System.Diagnostics;
using System.Globalization;

namespace CqrsGen.Benchmarks.Native;

/// <summary>Measures groups of shapes in turns and prints medians.</summary>
internal static class Meter
{
    private const int Rounds = 41;
    private const double TargetMilliseconds = 2;

    public static void Print(IEnumerable<Shape> shapes)
    {
        foreach (var group in shapes.GroupBy(static shape => shape.Group))
        {
            Console.WriteLine($"\n### {group.Key}\n\n| shape | ns | to direct | B |\n|---|---|---|---|");
            Print(group.ToList());
        }
    }

    private static void Print(List<Shape> shapes)
    {
        var counts = shapes.Select(Calibrate).ToList();
        var times = shapes.Select(static _ => new List<double>(Rounds)).ToList();
        for (int round = 0; round < Rounds; round++)
        {
            for (int index = 0; index < shapes.Count; index++)
            {
                times[index].Add(Nanoseconds(shapes[index], counts[index]));
            }
        }

        double direct = Median(times[shapes.FindIndex(static shape => shape.IsBaseline)]);
        for (int index = 0; index < shapes.Count; index++)
        {
            double time = Median(times[index]);
            string difference = (time >= direct ? "+" : "") + F(time - direct);
            string ratio = shapes[index].IsBaseline ? "1" : $"{F(time / direct)} × ({difference})";
            Console.WriteLine($"| {shapes[index].Name} | {F(time)} | {ratio} | {Bytes(shapes[index])} |");
        }
    }

    /// <summary>
    /// Runs a shape often enough for the JIT to be done with it, in calls so short that no loop is replaced while it
    /// runs, and finds how often fits into a slice.
    /// </summary>
    private static int Calibrate(Shape shape)
    {
        for (int tier = 0; tier < 4; tier++)
        {
            for (int call = 0; call < 60; call++)
            {
                shape.Run(20);
            }

            Thread.Sleep(150); // Tiers are promoted in the background.
        }

        const int Count = 1_000;
        double each = Enumerable.Range(0, 9).Min(_ => Nanoseconds(shape, Count));
        return Math.Clamp((int)(TargetMilliseconds * 1e6 / each), 1_000, 4_000_000);
    }

    private static double Nanoseconds(Shape shape, int count)
    {
        long start = Stopwatch.GetTimestamp();
        shape.Run(count);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / count;
    }

    private static string Bytes(Shape shape)
    {
        const int Count = 10_000;
        shape.Run(Count);
        long before = GC.GetAllocatedBytesForCurrentThread();
        shape.Run(Count);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return F((double)bytes / Count);
    }

    /// <summary>The lower quartile: what is above it is the neighbours' doing.</summary>
    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 4);

    private static string F(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
