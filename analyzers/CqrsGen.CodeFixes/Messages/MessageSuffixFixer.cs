using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.Analyzers.Messages;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CqrsGen.CodeFixes.Messages;

/// <summary>CQG4005: renames a message after the convention.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MessageSuffixFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MessageSuffix];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var type = await document.FindTypeAsync(diagnostic, cancellationToken).ConfigureAwait(false);
        return type is not null
            && diagnostic.Properties.TryGetValue(MessageSuffixAnalyzer.NewName, out string? name) && name is not null
            ? await Renaming.FindAsync(document, type, name, cancellationToken).ConfigureAwait(false)
            : [];
    }
}
