using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Analyzers.Tests;

/// <summary>What the rules say of the code in this repository.</summary>
public sealed class OwnSourcesTests
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    [Fact]
    public async Task TheFramework_IsWithoutWarning()
    {
        var compilation = Compile(Path.Combine("src", "CqrsGen"), knowsCqrsGen: false);

        compilation.SyntaxTrees.Length.ShouldBeGreaterThan(100);
        Analysis.Errors(compilation)
            .Where(static error => error.Id != "CS8795") // The generator of log messages does not run here.
            .ShouldBeEmpty();
        (await Analysis.Run(compilation, [.. AllRules.Analyzers]))
            .Where(static found => found.Severity >= DiagnosticSeverity.Warning)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("HelloCqrs")]
    [InlineData("PluginHost")]
    [InlineData("PluginHost.Strategies")]
    public async Task TheSamples_AreSilent(string sample)
    {
        var compilation = MarkedProject.Generate(Compile(Path.Combine("samples", sample), knowsCqrsGen: true));

        (await Analysis.Run(compilation, [.. AllRules.Analyzers])).ShouldBeEmpty();
    }

    [Fact]
    public async Task TheSampleOfMistakes_ReportsExactlyThose()
    {
        string folder = Path.Combine("samples", "Mistakes");
        var compilation = MarkedProject.Generate(Compile(folder, knowsCqrsGen: true));
        string[] stated = File.ReadAllText(RulePage.Repository(folder, "Mistakes.csproj"))
            .Split("<Mistakes>")[1].Split("</Mistakes>")[0].Split(';');

        Analysis.Errors(compilation).ShouldBeEmpty();
        (await Analysis.Run(compilation, [.. AllRules.Analyzers]))
            .Select(static found => found.Id).Order(StringComparer.Ordinal).ShouldBe(stated);
    }

    private static CSharpCompilation Compile(string folder, bool knowsCqrsGen)
    {
        var options = new CSharpParseOptions(
            LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER"]);
        string[] built = [$"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
            $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"];
        bool isProgram = File.Exists(RulePage.Repository(folder, "Program.cs"));
        var trees = Directory.GetFiles(RulePage.Repository(folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !built.Any(path.Contains))
            .Order(StringComparer.Ordinal)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, options, "Usings.cs"));
        return CSharpCompilation.Create(
            Path.GetFileName(folder),
            trees,
            knowsCqrsGen ? FrameworkReferences.All : FrameworkReferences.WithoutCqrsGen,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                allowUnsafe: true));
    }
}
