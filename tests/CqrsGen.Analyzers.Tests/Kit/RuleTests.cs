using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>What the tests of every rule can say.</summary>
/// <typeparam name="TAnalyzer">The rule.</typeparam>
public abstract class RuleTests<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private protected static string Id => new TAnalyzer().SupportedDiagnostics[0].Id;

    /// <summary>A project in which the rule is on, also when it is off by default.</summary>
    private protected static SourceProject Project(params string[] sources) =>
        new("Shop", sources) { EnabledRules = AllRules.OffByDefault([new TAnalyzer()]) };

    /// <summary>
    /// The rule must report the marked spans and nothing else; the errors of the compiler must be marked too.
    /// </summary>
    private protected static Task<IReadOnlyList<Diagnostic>> Check(params string[] sources) =>
        Check(Project(sources));

    /// <summary>The same for a project that is more than its sources.</summary>
    private protected static async Task<IReadOnlyList<Diagnostic>> Check(SourceProject project)
    {
        var marked = MarkedProject.Of(project, Id);
        var compilation = marked.Compile();
        var reported = await Analysis.Run(
            compilation, project.EditorConfig, project.AdditionalFiles, new TAnalyzer());
        reported.Concat(Analysis.Errors(compilation))
            .OrderBy(static found => found.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static found => found.Location.SourceSpan.Start)
            .ThenBy(static found => found.Id, StringComparer.Ordinal)
            .ShouldMatch(marked);
        return reported;
    }

    /// <summary>The rule must report once, at the marked span, with this message.</summary>
    private protected static async Task CheckMessage(string message, params string[] sources) =>
        (await Check(sources)).ShouldHaveSingleItem().GetMessage().ShouldBe(message);
}
