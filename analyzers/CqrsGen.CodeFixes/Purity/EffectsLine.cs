using CqrsGen.Analyzers.Purity;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

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
            Finish = (solution, token) => AddAsync(solution.GetProject(project.Id)!, line, token),
        };
    }

    private static async Task<Solution> AddAsync(Project project, string line, CancellationToken cancellationToken)
    {
        var file = project.AdditionalDocuments.FirstOrDefault(static document =>
            document.Name.EndsWith(EffectsFile.Ending, StringComparison.OrdinalIgnoreCase));
        if (file is null)
        {
            return project.AddAdditionalDocument(project.Name + EffectsFile.Ending, line + "\n").Project.Solution;
        }

        var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        string before = text.Length == 0 || text[text.Length - 1] == '\n' ? "" : "\n";
        return project.Solution.WithAdditionalDocumentText(
            file.Id, text.WithChanges(new TextChange(new TextSpan(text.Length, 0), before + line + "\n")));
    }
}
