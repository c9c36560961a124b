using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CqrsGen.CodeFixes.Purity;

/// <summary>
/// CQG1006: marks a field that only remembers. CQG1007: changes a copy of the message instead of the message. CQG1008:
/// reads without tracking. CQG1009 and CQG1010: says at the member, or in an effects file, what it does. All that are
/// warnings: keeps it for now, by a line in a baseline file.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class QueryEffectsFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticIds.QueryWritesExternally,
        DiagnosticIds.QuerySendsCommand,
        DiagnosticIds.QueryPublishesEvent,
        DiagnosticIds.QueryAppends,
        DiagnosticIds.QueryWritesStaticState,
        DiagnosticIds.BrokenPromise,
        DiagnosticIds.QueryChangesState,
        DiagnosticIds.QueryChangesMessage,
        DiagnosticIds.QueryChangesEntity,
        DiagnosticIds.QueryCallsUnknown,
        DiagnosticIds.QueryCallsSuspected,
    ];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var found = diagnostic.Id switch
        {
            DiagnosticIds.QueryChangesState => MemoMark.FindAsync(document, diagnostic, cancellationToken),
            DiagnosticIds.QueryChangesMessage => MessageCopy.FindAsync(document, diagnostic, cancellationToken),
            DiagnosticIds.QueryChangesEntity => EntityQuery.FindAsync(document, diagnostic, cancellationToken),
            DiagnosticIds.QueryCallsUnknown or DiagnosticIds.QueryCallsSuspected =>
                CalledMark.FindAsync(document, diagnostic, cancellationToken),
            _ => Task.FromResult<IReadOnlyList<Fix>>([]),
        };
        var fixes = await found.ConfigureAwait(false);
        return diagnostic.DefaultSeverity == DiagnosticSeverity.Info
            ? fixes
            : [.. fixes, .. BaselineLine.FixOf(document.Project, diagnostic)];
    }
}
