using CqrsGen.Analyzers.Purity;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.CodeFixes.Purity;

/// <summary>Keeps a finding for now, by a line in a baseline file.</summary>
internal static class BaselineLine
{
    public static IEnumerable<Fix> FixOf(Project project, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(Baseline.Property, out string? line) && line is not null)
        {
            yield return new Fix(
                "AddToBaseline", "Keep it for now, in the baseline", line, static (_, _) => Task.CompletedTask)
            {
                Finish = (solution, token) =>
                    AdditionalLine.AddAsync(solution.GetProject(project.Id)!, Baseline.Ending, line, token),
            };
        }
    }
}
