using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>Everything that the tests run with and that an application could reference.</summary>
public static class LibraryReferences
{
    private static readonly string[] s_notForSources =
        ["CqrsGen", "Microsoft.CodeAnalysis", "Microsoft.TestPlatform", "Microsoft.VisualStudio", "Shouldly", "xunit"];

    public static IReadOnlyList<MetadataReference> All { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !s_notForSources.Any(prefix =>
                Path.GetFileName(path).StartsWith(prefix, StringComparison.Ordinal)))
            .Append(typeof(ICommand).Assembly.Location)
            .Order(StringComparer.Ordinal)
            .Select(static path => MetadataReference.CreateFromFile(path))];
}
