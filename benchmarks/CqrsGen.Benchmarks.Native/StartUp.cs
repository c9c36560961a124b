using System.Diagnostics;
using System.Globalization;
using CqrsGen.Benchmarks.Large;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Benchmarks.Native;

/// <summary>From an empty service collection to the first answer, with 1,000 messages.</summary>
internal static class StartUp
{
    public static object First()
    {
        var services = new ServiceCollection();
        services.AddLarge();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<ICommandBus>().SendAsync(LargeModule.One()).Result;
    }

    /// <summary>The container alone, with one registration that is resolved.</summary>
    public static object Container()
    {
        var services = new ServiceCollection();
        services.AddSingleton(static _ => new StringWriter());
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<StringWriter>();
    }

    public static void Print()
    {
        long start = Stopwatch.GetTimestamp();
        First();
        Console.WriteLine($"first in this process: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms");
        Print("container alone", Container);
        Print("registration to first send", First);
    }

    private static void Print(string name, Func<object> run)
    {
        var times = new List<double>();
        for (int round = 0; round < 400; round++)
        {
            long start = Stopwatch.GetTimestamp();
            run();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        double median = times.Skip(100).Order().ElementAt(75);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name}: {median:0} µs, {bytes / 1024.0:0.0} KB"));
    }
}
