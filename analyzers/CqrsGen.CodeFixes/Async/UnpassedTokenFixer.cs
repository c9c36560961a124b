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
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken);
        if (list.Arguments.Count == 0)
        {
            // After a comment in the empty list it takes the place of the parenthesis.
            return EndsLine(list.OpenParenToken.TrailingTrivia)
                ? list.AddArguments(argument.WithLeadingTrivia(list.CloseParenToken.LeadingTrivia))
                    .WithCloseParenToken(list.CloseParenToken.WithLeadingTrivia())
                : list.AddArguments(argument);
        }

        var last = list.Arguments.Last();
        var after = last.GetTrailingTrivia();
        bool isLastLine = EndsLine(after);
        if (!isLastLine && !list.Arguments.GetSeparators().Any(static given => EndsLine(given.TrailingTrivia)))
        {
            return With(last, comma.WithTrailingTrivia(SyntaxFactory.Space), argument);
        }

        // One a line: the comma comes before the comment, and the argument stands below the others.
        var lineEnd = isLastLine
            ? after.Last(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            : list.Arguments.GetSeparators().SelectMany(static given => given.TrailingTrivia)
                .Last(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return With(
            last.WithTrailingTrivia(),
            comma.WithTrailingTrivia(isLastLine ? after : after.Add(lineEnd)),
            argument.WithLeadingTrivia(IndentOf(last) ?? IndentOf(list.CloseParenToken) ?? [])
                .WithTrailingTrivia(isLastLine ? SyntaxFactory.TriviaList(lineEnd) : default));

        ArgumentListSyntax With(ArgumentSyntax before, SyntaxToken separator, ArgumentSyntax added) =>
            list.WithArguments(SyntaxFactory.SeparatedList(
                [.. list.Arguments.Take(list.Arguments.Count - 1), before, added],
                [.. list.Arguments.GetSeparators(), separator]));
    }

    private static bool EndsLine(SyntaxTriviaList trivia) =>
        trivia.Any(static part => part.IsKind(SyntaxKind.EndOfLineTrivia));

    /// <summary>How far in a line begins; null where no line begins there.</summary>
    private static SyntaxTriviaList? IndentOf(SyntaxNodeOrToken part) =>
        part.GetLeadingTrivia() is { Count: > 0 } leading && leading.Last() is var indent
        && indent.IsKind(SyntaxKind.WhitespaceTrivia)
            ? [indent]
            : null;

    private static IdentifierNameSyntax NameOf(IParameterSymbol parameter) => SyntaxFactory.IdentifierName(
        SyntaxFacts.GetKeywordKind(parameter.Name) == SyntaxKind.None ? parameter.Name : "@" + parameter.Name);
}
