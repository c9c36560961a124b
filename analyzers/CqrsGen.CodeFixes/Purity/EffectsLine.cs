using CqrsGen.Analyzers.Purity;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.CodeFixes.Purity;

/// <summary>Says in an effects file that a member of another assembly only reads.</summary>
internal static class EffectsLine
{
    public static Fix FixOf(Project project, ISymbol member)
    {
        string line = $"{(member as IMethodSymbol)?.ReducedFrom?.GetDocumentationCommentId()
            ?? member.GetDocumentationCommentId()} = Read";
        return new Fix(
            "AddLine", $"Say in an effects file that '{member.Name}' reads", line, static (_, _) => Task.CompletedTask)
        {
            Finish = (solution, token) =>
                AdditionalLine.AddAsync(solution.GetProject(project.Id)!, EffectsFile.Ending, line, token),
        };
    }
}
