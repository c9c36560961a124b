using Microsoft.CodeAnalysis;

namespace CqrsGen.TestKit;

/// <summary>What test sources compile against: the running framework, CqrsGen and its dependencies.</summary>
public static class FrameworkReferences
{
    private static readonly string[] s_ours = ["CqrsGen", "Microsoft.Extensions."];
    private static readonly string[] s_notForSources = ["CqrsGen.Generators", "CqrsGen.Analyzers", "CqrsGen.CodeFixes"];

    /// <summary>The framework alone, as in a project that does not know CqrsGen.</summary>
    public static IReadOnlyList<MetadataReference> WithoutCqrsGen { get; } =
        Load(static (path, name) => IsFramework(path) || name.StartsWith(s_ours[1], StringComparison.Ordinal));

    /// <summary>The framework, CqrsGen, and the Microsoft.Extensions packages of the test project.</summary>
    public static IReadOnlyList<MetadataReference> All { get; } =
        Load(static (path, name) => IsFramework(path) || IsOurs(name));

    private static bool IsFramework(string path) =>
        Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location);

    private static bool IsOurs(string name) =>
        s_ours.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        && !s_notForSources.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        && !name.EndsWith(".Tests", StringComparison.Ordinal);

    private static MetadataReference[] Load(Func<string, string, bool> wanted) =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => wanted(path, Path.GetFileNameWithoutExtension(path)))
            .Order(StringComparer.Ordinal)
            .Select(static path => MetadataReference.CreateFromFile(path))];
}
