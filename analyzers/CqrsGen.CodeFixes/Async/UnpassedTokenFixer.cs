using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.Analyzers.Async;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.CodeFixes.Async;

/// <summary>CQG7003: passes the token on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UnpassedTokenFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnpassedToken];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (call, operation) = await document.FindCallAsync(diagnostic, cancellationToken).ConfigureAwait(false);
        if (call is null || operation is null || UnpassedToken.Find(operation) is not { } unpassed
            || !operation.SemanticModel!.Means(call.SpanStart, unpassed.Token))
        {
            return [];
        }

        var argument = SyntaxFactory.Argument(NameOf(unpassed.Token));
        if (!unpassed.IsLast || call.ArgumentList.Arguments.Any(static given => given.NameColon is not null))
        {
            argument = argument.WithNameColon(SyntaxFactory.NameColon(NameOf(unpassed.Parameter))
                .WithTrailingTrivia(SyntaxFactory.Space));
        }

        return
        [
            new("PassToken", $"Pass '{unpassed.Token.Name}'", call.TargetOf(), async (editor, token) =>
                Edits.Replace(
                    await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false),
                    call.ArgumentList,
                    current => Add(current, argument))),
        ];
    }

    private static ArgumentListSyntax Add(ArgumentListSyntax list, ArgumentSyntax argument)
    {
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return list.Arguments.Count == 0
            ? list.AddArguments(argument)
            : list.WithArguments(SyntaxFactory.SeparatedList(
                [.. list.Arguments, argument], [.. list.Arguments.GetSeparators(), comma]));
    }

    private static IdentifierNameSyntax NameOf(IParameterSymbol parameter) => SyntaxFactory.IdentifierName(
        SyntaxFacts.GetKeywordKind(parameter.Name) == SyntaxKind.None ? parameter.Name : "@" + parameter.Name);
}
