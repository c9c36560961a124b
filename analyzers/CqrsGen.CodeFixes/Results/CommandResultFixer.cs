using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.CodeFixes.Results;

/// <summary>
/// CQG2001 and CQG2002: makes a command answer with the identifier of what it answers with, or makes it a query, with
/// its handler and every place that sends it. Whether it changes nothing is for the author to know.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CommandResultFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.CommandResult, DiagnosticIds.CommandReturnsData];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var type = await document.FindTypeAsync(diagnostic, cancellationToken).ConfigureAwait(false);
        if (type is null)
        {
            return [];
        }

        var (symbol, _) =
            await document.GetSymbolAsync<INamedTypeSymbol>(type, cancellationToken).ConfigureAwait(false);
        if (symbol is null)
        {
            return [];
        }

        var fixes = new List<Fix>();
        if (await IdentifierAnswer.FindAsync(symbol, type, document, cancellationToken).ConfigureAwait(false)
            is var (identifier, changes))
        {
            fixes.Add(new(
                "AnswerIdentifier",
                $"Answer with '{identifier.ContainingType.Name}.{identifier.Name}' alone",
                type.TargetOf(),
                async (editor, token) =>
                {
                    foreach (var change in changes)
                    {
                        await change.ApplyAsync(editor, token).ConfigureAwait(false);
                    }
                }));
        }

        var names = symbol.IsValueType
            ? null
            : await CommandNames.FindAsync(symbol, type, document, cancellationToken).ConfigureAwait(false);
        if (names is not null)
        {
            fixes.Add(new(
                "MakeQuery",
                $"Make '{type.Identifier.ValueText}' a query",
                type.TargetOf(),
                async (editor, token) =>
                {
                    foreach (var (place, name) in names)
                    {
                        var edits = await editor.GetDocumentEditorAsync(place.Id, token).ConfigureAwait(false);
                        edits.ReplaceNode(name, static (current, _) => Rename((SimpleNameSyntax)current));
                    }
                }));
        }

        return fixes;
    }

    private static SimpleNameSyntax Rename(SimpleNameSyntax name)
    {
        var old = name.Identifier;
        string query = old.ValueText switch
        {
            "SendAsync" => "QueryAsync",
            var other => other.Replace("Command", "Query"),
        };
        return name.ReplaceToken(old, SyntaxFactory.Identifier(query).WithTriviaFrom(old));
    }
}
