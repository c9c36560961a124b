// The size of native programs and the time from their start to their end: messages that are sent, beside the same
// handlers called by hand, the same as services of a container, a container alone, and an empty program. Then, compiled
// just in time, how long the first registration and send of a process take.
// dotnet run eng/native-size.cs [-- <messages>]
using System.Diagnostics;
using System.Globalization;

const string Project = "benchmarks/CqrsGen.Benchmarks.Size";
const int Few = 10;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int count = args.Length > 0 ? int.Parse(args[0]) : 1_000;
List<Published> programs =
[
    Publish("none", 0), Publish("container", 0),
    Publish("byhand", Few), Publish("byhand", count),
    Publish("registered", Few), Publish("registered", count),
    Publish("partial", Few), Publish("partial", count),
];
for (int round = 0; round < 200; round++) // In turns, so that a busy moment meets all of them.
{
    programs.ForEach(static program => program.Times.Add(Run(program.File)));
}

Console.WriteLine("| native program | messages | bytes | bytes a message | ms to its end | over empty |");
Console.WriteLine("|---|---|---|---|---|---|");
Published? few = null;
foreach (var program in programs)
{
    string perMessage = program.Count == count ? $"{(program.Size - few!.Size) / (double)(count - Few):0}" : "";
    Console.WriteLine(
        $"| {program.Form} | {program.Count} | {program.Size} | {perMessage} | " +
        $"{program.Median:0.00} | {program.Median - programs[0].Median:0.00} |");
    few = program;
}

List<Published> jitted = [Build("container", 0), Build("partial", count)];
for (int round = 0; round < 40; round++)
{
    jitted.ForEach(static program => program.Times.Add(Ask(program.File)));
}

Console.WriteLine("\n| first in the process, just in time | messages | ms |\n|---|---|---|");
jitted.ForEach(static program => Console.WriteLine($"| {program.Form} | {program.Count} | {program.Median:0.0} |"));

static Published Publish(string form, int count)
{
    Dotnet("publish", form, count);
    return new Published(form, count, Directory
        .GetFiles($"{Project}/bin/net9.0/{form}{count}", "CqrsGen.Benchmarks.Size", SearchOption.AllDirectories)
        .Single(static file => file.Contains("publish")));
}

static Published Build(string form, int count)
{
    Dotnet("build", form, count, "-p:IsNative=false");
    return new Published(form, count, $"{Project}/bin/net10.0/{form}{count}/CqrsGen.Benchmarks.Size.dll");
}

static void Dotnet(string verb, string form, int count, params string[] more)
{
    string[] arguments =
    [
        verb, Project, "-c", "Release", "-v", "q", "--nologo", $"-p:MessageForm={form}", $"-p:MessageCount={count}",
        .. more,
    ];
    using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
    string output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0)
    {
        throw new InvalidOperationException(output);
    }
}

static double Run(string file)
{
    long start = Stopwatch.GetTimestamp();
    using var process = Process.Start(file);
    process.WaitForExit();
    return process.ExitCode == 0
        ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
        : throw new InvalidOperationException($"{file} ended with {process.ExitCode}.");
}

static double Ask(string assembly)
{
    using var process = Process.Start(
        new ProcessStartInfo("dotnet", [assembly, "time"]) { RedirectStandardOutput = true })!;
    string answer = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return double.Parse(answer, CultureInfo.InvariantCulture);
}

internal sealed record Published(string Form, int Count, string File)
{
    public List<double> Times { get; } = [];

    public long Size => new FileInfo(File).Length;

    public double Median => Times.Order().ElementAt(Times.Count / 2);
}
