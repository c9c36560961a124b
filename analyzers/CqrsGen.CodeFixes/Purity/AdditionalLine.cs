using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.CodeFixes.Purity;

/// <summary>Adds a line to a file beside the sources, where it sorts in; the file is made when there is none.</summary>
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
        var next = text.Lines.FirstOrDefault(other => string.CompareOrdinal(other.ToString().Trim(), line) > 0);
        int place = next.End == 0 ? text.Length : next.Start;
        string before = place == text.Length && text.Length > 0 && text[text.Length - 1] != '\n' ? "\n" : "";
        return project.Solution.WithAdditionalDocumentText(
            file.Id, text.WithChanges(new TextChange(new TextSpan(place, 0), before + line + "\n")));
    }
}
