using System.Xml.Linq;

namespace CqrsGen.Architecture.Tests.Kit;

/// <summary>The files of the repository that these tests run in, by their path from its root.</summary>
internal static class Repository
{
    private static readonly HashSet<string> MadeByBuilds =
        ["bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    private static readonly string Root = FindRoot();

    /// <summary>The files below a folder, or in the root itself, without what builds leave behind.</summary>
    public static IEnumerable<string> Files(string folder = "") =>
        Walk(new DirectoryInfo(PathOf(folder)))
            .Select(static file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> Sources(string folder) =>
        Files(folder).Where(static file => file.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<string> Projects(string folder = "") =>
        Files(folder).Where(static file => file.EndsWith(".csproj", StringComparison.Ordinal));

    public static string Text(string file) => File.ReadAllText(PathOf(file));

    public static XElement Xml(string file) => XDocument.Load(PathOf(file)).Root!;

    private static string PathOf(string file) => Path.Combine(Root, file);

    private static IEnumerable<string> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Where(static file => file.Name != ".git") // What a work tree has in place of the folder.
        .Select(static file => file.FullName)
        .Concat(folder.EnumerateDirectories()
            .Where(static child => !MadeByBuilds.Contains(child.Name) && child.Name is not (".git" or ".vs" or ".idea"))
            .SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CqrsGen.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above has CqrsGen.sln.");
        }

        return folder.FullName;
    }
}
