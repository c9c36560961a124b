using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.CodeFixes.Purity;

/// <summary>Adds a line to a file beside the sources, which is made when there is none.</summary>
internal static class AdditionalLine
{
    public static async Task<Solution> AddAsync(
        Project project, string ending, string line, CancellationToken cancellationToken)
    {
        var file = project.AdditionalDocuments.FirstOrDefault(document =>
            document.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        if (file is null)
        {
            return project.AddAdditionalDocument(project.Name + ending, line + "\n").Project.Solution;
        }

        var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        string before = text.Length == 0 || text[text.Length - 1] == '\n' ? "" : "\n";
        return project.Solution.WithAdditionalDocumentText(
            file.Id, text.WithChanges(new TextChange(new TextSpan(text.Length, 0), before + line + "\n")));
    }
}
