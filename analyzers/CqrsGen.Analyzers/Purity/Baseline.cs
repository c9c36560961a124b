using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// What an old code base has and is to keep for now: additional files whose names end with <c>.cqrsbaseline.txt</c>,
/// one finding a line.
/// </summary>
internal sealed class Baseline
{
    public const string Ending = ".cqrsbaseline.txt";

    /// <summary>The line, among the properties of a diagnostic.</summary>
    public const string Property = "Baseline";

    private readonly HashSet<string> _lines;

    public Baseline(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) => _lines = new(
        files.Where(static file => file.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            .Select(file => file.GetText(cancellationToken)).OfType<SourceText>()
            .SelectMany(static text => text.Lines.Select(static line => line.ToString().Trim())),
        StringComparer.Ordinal);

    /// <summary>A finding as a line: the rule, the member, and what it does.</summary>
    public static string LineOf(string rule, ISymbol member, string effect) =>
        $"{rule} {member.GetDocumentationCommentId()} {effect}";

    /// <summary>Whether a finding is to be kept.</summary>
    public bool Has(string line) => _lines.Contains(line);
}
