using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.CodeFixes.Handlers;

/// <summary>
/// CQG3013: calls the method of the message's kind. Also offered on the errors of the compiler that such a call gives,
/// since those are what the user sees first.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WrongVerbFixer : CqrsFixer
{
    private const string CannotConvert = "CS1503";
    private const string CannotInfer = "CS0411";
    private const string NoBoxing = "CS0315";
    private const string NoImplicitReference = "CS0311";
    private const string NotAStruct = "CS0453";
    private const string NoSuchMember = "CS1061";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticIds.WrongVerb,
        CannotConvert, CannotInfer, NoBoxing, NoImplicitReference, NotAStruct, NoSuchMember,
    ];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var node = await document.FindAsync<SyntaxNode>(diagnostic, cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (node is null || semantics is null)
        {
            return [];
        }

        foreach (var call in node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>())
        {
            if (WrongVerb.Find(call, semantics, cancellationToken) is { } wrong)
            {
                return wrong.ReceiverHasVerb() && FitsContext(call, wrong) ? [CreateFix(document, wrong)] : [];
            }
        }

        return [];
    }

    /// <summary>A stream is read by <c>await foreach</c> and all else is awaited; the fix changes neither.</summary>
    private static bool FitsContext(InvocationExpressionSyntax call, WrongVerb wrong)
    {
        var outer = call.Parent is ConditionalAccessExpressionSyntax access ? access : (ExpressionSyntax)call;
        return wrong.Kind == MessageKind.StreamQuery
            ? outer.Parent is not AwaitExpressionSyntax
            : outer.Parent is not CommonForEachStatementSyntax;
    }

    private static Fix CreateFix(Document document, WrongVerb wrong) =>
        new("UseVerb", $"Call {wrong.Verb}", wrong.Name.TargetOf(), async (editor, cancellationToken) =>
        {
            // Type arguments of the one method mean nothing to the other.
            var edits = await editor.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false);
            Edits.Replace<SimpleNameSyntax>(edits, wrong.Name, current =>
                SyntaxFactory.IdentifierName(wrong.Verb).WithTriviaFrom(current));
        });
}
