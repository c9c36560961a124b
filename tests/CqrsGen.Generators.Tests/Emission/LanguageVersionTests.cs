using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Generators.Tests.Emission;

/// <summary>Generated code is C# 12; a project of an older language gets one error that says so.</summary>
public sealed class LanguageVersionTests
{
    private const string Source =
        """
        namespace Shop
        {
            [Command] public sealed partial record Place(int Id) : ICommand<int>;
            public sealed class PlaceHandler : ICommandHandler<Place, int>
            {
                public ValueTask<int> HandleAsync(Place command, CancellationToken token) => new(1);
            }
            [Middleware(Order = 1)] public sealed class Timing { public void Before() { } }
            public static class Program
            {
                public static void Run(IServiceCollection services) => services.AddCqrsGen();
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp10, "10.0")]
    [InlineData(LanguageVersion.CSharp11, "11.0")]
    public void AnOlderLanguageGetsOneError(LanguageVersion version, string name)
    {
        var run = GeneratorRun.Of(Project(version)).ShouldNotThrow();
        var error = run.Output.GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .ShouldHaveSingleItem();
        error.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(
            $"#error: 'CQG0002: CqrsGen writes C# 12, and this project is compiled as C# {name}. " +
            "Set LangVersion to 12 or newer, or remove it.'");
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.LatestMajor)]
    [InlineData(LanguageVersion.Default)]
    [InlineData(LanguageVersion.Preview)]
    public void ANewerLanguageCompiles(LanguageVersion version) =>
        GeneratorRun.Of(Project(version)).ShouldCompileWithoutWarnings();

    [Fact]
    public void AProjectWithoutCqrsGenMayHaveAnyLanguage() =>
        GeneratorRun.Of(new SourceProject("Plain", "class C { }")
        {
            KnowsCqrsGen = false,
            LanguageVersion = LanguageVersion.CSharp10,
        }).ShouldCompileWithoutWarnings();

    private static SourceProject Project(LanguageVersion version) =>
        new("Shop", Source) { LanguageVersion = version };
}
