using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.Analyzers.Async;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.CodeFixes.Async;

/// <summary>CQG7005: awaits the task, in functions that are async already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class BlockingWaitFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.BlockingWait];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var name = await document.FindAsync<SimpleNameSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (name?.Parent is not MemberAccessExpressionSyntax access || semantics is null)
        {
            return [];
        }

        var waiting = access.Parent is InvocationExpressionSyntax call ? call : (ExpressionSyntax)access;
        if (waiting is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 }
            || semantics.GetOperation(waiting, cancellationToken) is not { } operation
            || BlockingWait.Find(operation) is not { Task.Syntax: ExpressionSyntax task }
            || !waiting.Contains(task)
            || !Awaiting.IsAllowedAt(waiting, semantics, cancellationToken))
        {
            return [];
        }

        return
        [
            new("Await", "Await it", waiting.TargetOf(), async (editor, token) =>
            {
                var edits = await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
                Edits.Replace(edits, waiting, current => Awaiting.Await(TaskIn(current), current));
            }),
        ];
    }

    /// <summary>What stands before <c>.Result</c>, <c>.Wait()</c> or <c>.GetAwaiter().GetResult()</c>.</summary>
    private static ExpressionSyntax TaskIn(ExpressionSyntax waiting)
    {
        var access = (MemberAccessExpressionSyntax)
            (waiting is InvocationExpressionSyntax call ? call.Expression : waiting);
        return access is
        {
            Name.Identifier.ValueText: "GetResult",
            Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax getAwaiter },
        }
            ? getAwaiter.Expression
            : access.Expression;
    }
}
