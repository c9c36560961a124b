namespace CqrsGen.Architecture.Tests;

/// <summary>Who may refer to whom. A new library gets its line here, in the direction that the design states.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> AllowedProjects = new()
    {
        ["CqrsGen"] = [],
        ["CqrsGen.EventSourcing"] = ["CqrsGen"],
        ["CqrsGen.Sqlite"] = ["CqrsGen.EventSourcing"],
        ["CqrsGen.PostgreSql"] = ["CqrsGen.EventSourcing"],
        ["CqrsGen.Conformance"] = ["CqrsGen.EventSourcing"],
    };

    private static readonly Dictionary<string, string[]> AllowedPackages = new()
    {
        ["CqrsGen"] =
        [
            "Microsoft.Extensions.Configuration.Abstractions",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Hosting.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
        ],
        ["CqrsGen.EventSourcing"] = [],
        ["CqrsGen.Sqlite"] = ["Microsoft.Data.Sqlite.Core"],
        ["CqrsGen.PostgreSql"] = ["Npgsql"],
        ["CqrsGen.Conformance"] = [],
    };

    public static TheoryData<string> Libraries => [.. Repository.Projects("src")];

    public static TheoryData<string> CompilerComponents => [.. ComponentFiles];

    private static IEnumerable<string> ComponentFiles =>
        Repository.Projects("generators").Concat(Repository.Projects("analyzers"));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void ALibraryRefersOnlyWhereItMay(string file)
    {
        var project = new ProjectFile(file);
        AllowedProjects.ShouldContainKey(project.Name);
        project.Projects.Except(AllowedProjects[project.Name]).ShouldBeEmpty();
        project.Packages.Except(AllowedPackages[project.Name]).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(CompilerComponents))]
    public void ACompilerComponentRefersToNoLibrary(string file)
    {
        var project = new ProjectFile(file);
        var libraries = Repository.Projects("src").Select(Path.GetFileNameWithoutExtension);
        project.Projects.Concat(project.BuildOnlyProjects).Intersect(libraries).ShouldBeEmpty();
        project.Packages.ShouldBeEmpty(); // A dependency would have to lie beside the component in the package.
    }

    [Fact]
    public void ThePackageBringsEveryCompilerComponent() =>
        new ProjectFile("src/CqrsGen/CqrsGen.csproj").BuildOnlyProjects.Order()
            .ShouldBe(ComponentFiles.Select(static file => Path.GetFileNameWithoutExtension(file)).Order());

    [Fact]
    public void TheCoreLoadsTheRuntimeAndAbstractionsOnly() =>
        typeof(Dispatcher).Assembly.GetReferencedAssemblies()
            .Select(static assembly => assembly.Name!)
            .Where(static name => !name.StartsWith("System.", StringComparison.Ordinal)
                && name != "netstandard") // What measuring coverage adds.
            .Except(AllowedPackages["CqrsGen"])
            .ShouldBeEmpty();
}
