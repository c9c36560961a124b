// Line coverage per assembly over all test projects: a line counts as covered when any of them runs it.
// dotnet run eng/coverage.cs -- <directory of cobertura files> <floor file> [--gaps]
// The floor file has a line "Assembly percent" each; a lower figure, or an assembly without a line, is a failure.
using System.Globalization;
using System.Xml.Linq;

var lines = new Dictionary<(string Assembly, string File, int Line), bool>();
foreach (string report in Directory.GetFiles(args[0], "coverage.cobertura.xml", SearchOption.AllDirectories))
{
    var document = XDocument.Load(report);
    string root = document.Descendants("source").Select(static source => source.Value).FirstOrDefault("");
    foreach (var package in document.Descendants("package"))
    {
        foreach (var type in package.Descendants("class"))
        {
            string file = Path.Combine(root, (string)type.Attribute("filename")!);
            foreach (var line in type.Elements("lines").Elements("line"))
            {
                var key = ((string)package.Attribute("name")!, file, (int)line.Attribute("number")!);
                lines[key] = lines.GetValueOrDefault(key) || (long)line.Attribute("hits")! > 0;
            }
        }
    }
}

var floors = File.ReadLines(args[1])
    .Where(static line => line.Length > 0 && line[0] != '#')
    .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
    .ToDictionary(static parts => parts[0], static parts => double.Parse(parts[1], CultureInfo.InvariantCulture));
bool isLow = lines.Count == 0;
foreach (var assembly in lines.GroupBy(static line => line.Key.Assembly).OrderBy(static group => group.Key))
{
    double covered = 100.0 * assembly.Count(static line => line.Value) / assembly.Count();
    bool hasFloor = floors.Remove(assembly.Key, out double floor);
    bool isBelow = !hasFloor || covered < floor;
    isLow |= isBelow;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{assembly.Key,-28}{covered,6:F1} % of {assembly.Count(),6} lines, floor {floor,5:F1} %"
        + $"{(isBelow ? "  TOO LOW" : "")}"));
    if (args.Contains("--gaps"))
    {
        foreach (var file in assembly.GroupBy(static line => line.Key.File).OrderBy(static group => group.Key))
        {
            int[] missing = [.. file.Where(static line => !line.Value).Select(static line => line.Key.Line).Order()];
            if (missing.Length > 0)
            {
                Console.WriteLine($"    {Path.GetRelativePath(".", file.Key)}: {string.Join(' ', missing)}");
            }
        }
    }
}

foreach (string unseen in floors.Keys)
{
    Console.WriteLine($"{unseen} has a floor, but no test project loads it.");
    isLow = true;
}

return isLow ? 1 : 0;
