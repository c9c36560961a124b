// The size of native programs and the time from their start to their end: messages that are sent, beside the same
// handlers called by hand, and an empty program.
// dotnet run eng/native-size.cs [-- <messages>]
using System.Diagnostics;
using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int count = args.Length > 0 ? int.Parse(args[0]) : 1_000;
const int Few = 10;
var programs = new List<Published> { Publish("none", 0), };
foreach (string form in new[] { "byhand", "partial" })
{
    programs.Add(Publish(form, Few));
    programs.Add(Publish(form, count));
}

for (int round = 0; round < 200; round++) // In turns, so that a busy moment meets all of them.
{
    programs.ForEach(static program => program.Times.Add(Run(program.File)));
}

Console.WriteLine("| program | messages | bytes | bytes a message | ms to its end | over empty |");
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

static Published Publish(string form, int count)
{
    const string Project = "benchmarks/CqrsGen.Benchmarks.Size";
    var publish = Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            "publish", Project, "-c", "Release", "-v", "q", "--nologo",
            $"-p:MessageForm={form}", $"-p:MessageCount={count}",
        },
        RedirectStandardOutput = true,
    })!;
    string output = publish.StandardOutput.ReadToEnd();
    publish.WaitForExit();
    return publish.ExitCode == 0
        ? new Published(form, count, Directory
            .GetFiles($"{Project}/bin/{form}{count}", "CqrsGen.Benchmarks.Size", SearchOption.AllDirectories)
            .Single(static file => file.Contains("publish")))
        : throw new InvalidOperationException(output);
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

internal sealed record Published(string Form, int Count, string File)
{
    public List<double> Times { get; } = [];

    public long Size => new FileInfo(File).Length;

    public double Median => Times.Order().ElementAt(Times.Count / 2);
}
