using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Messages;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;

namespace CqrsGen.CodeFixes.Common;

/// <summary>Renames messages wherever they are named, so that several renames add up in one change.</summary>
internal static class Renaming
{
    /// <summary>
    /// The fix that renames a message as its diagnostic says and keeps its name on the wire; none where the new name
    /// means something else already.
    /// </summary>
    public static async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var type = await document.FindTypeAsync(diagnostic, cancellationToken).ConfigureAwait(false);
        if (type is null || !diagnostic.Properties.TryGetValue(MessageSuffixAnalyzer.NewName, out string? newName)
            || newName is null)
        {
            return [];
        }

        var (symbol, _) =
            await document.GetSymbolAsync<INamedTypeSymbol>(type, cancellationToken).ConfigureAwait(false);
        if (symbol is null || !SyntaxFacts.IsValidIdentifier(newName))
        {
            return [];
        }

        var places = await PlacesOfAsync(symbol, document.Project.Solution, cancellationToken).ConfigureAwait(false);
        foreach (var group in places.GroupBy(static place => place.Document))
        {
            var semantics = await group.Key.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            if (semantics is null
                || group.Any(place => !semantics.LookupSymbols(place.Node.SpanStart, name: newName).IsEmpty))
            {
                return [];
            }
        }

        return
        [
            new("Rename", $"Rename to '{newName}'", type.TargetOf(), async (editor, token) =>
            {
                foreach (var (place, node) in places)
                {
                    var edits = await editor.GetDocumentEditorAsync(place.Id, token).ConfigureAwait(false);
                    edits.ReplaceNode(node, (current, _) => Rename(current, newName));
                }

                await KeepWireNameAsync(document, type, symbol, editor, token).ConfigureAwait(false);
            }),
        ];
    }

    /// <summary>The declarations, the constructors, and every name that stands for the type.</summary>
    private static async Task<List<(Document Document, SyntaxNode Node)>> PlacesOfAsync(
        INamedTypeSymbol symbol, Solution solution, CancellationToken cancellationToken)
    {
        var places = new HashSet<(Document Document, SyntaxNode Node)>();
        var declared = symbol.DeclaringSyntaxReferences.Concat(symbol.InstanceConstructors
            .SelectMany(static constructor => constructor.DeclaringSyntaxReferences));
        foreach (var reference in declared)
        {
            var node = await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
            if (solution.GetDocument(reference.SyntaxTree) is { } document and not SourceGeneratedDocument
                && node is TypeDeclarationSyntax or ConstructorDeclarationSyntax)
            {
                places.Add((document, node));
            }
        }

        var found = await SymbolFinder.FindReferencesAsync(symbol, solution, cancellationToken).ConfigureAwait(false);
        foreach (var location in found.SelectMany(static references => references.Locations))
        {
            if (location is { Alias: null, Document: not SourceGeneratedDocument }
                && await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
                && root.FindToken(location.Location.SourceSpan.Start, findInsideTrivia: true).Parent
                    is SimpleNameSyntax name
                && name.Identifier.ValueText == symbol.Name)
            {
                places.Add((location.Document, name));
            }
        }

        return [.. places];
    }

    private static SyntaxNode Rename(SyntaxNode node, string newName)
    {
        var old = node switch
        {
            TypeDeclarationSyntax type => type.Identifier,
            ConstructorDeclarationSyntax constructor => constructor.Identifier,
            _ => ((SimpleNameSyntax)node).Identifier,
        };
        return node.ReplaceToken(old, SyntaxFactory.Identifier(newName).WithTriviaFrom(old));
    }

    /// <summary>States the name on the wire, unless it is stated: what is stored or sent keeps its meaning.</summary>
    private static async Task KeepWireNameAsync(
        Document document,
        TypeDeclarationSyntax type,
        INamedTypeSymbol symbol,
        SolutionEditor editor,
        CancellationToken cancellationToken)
    {
        if (MessageFacts.AttributeOf(symbol) is not { ApplicationSyntaxReference: { } reference } attribute
            || AttributeFacts.Argument(attribute, "Name") is not null
            || reference.SyntaxTree != type.SyntaxTree
            || await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not AttributeSyntax syntax)
        {
            return;
        }

        var argument = SyntaxFactory.ParseAttributeArgumentList($"(Name = \"{MessageRules.DefaultName(symbol)}\")")!
            .Arguments[0];
        Edits.Replace(
            await editor.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false),
            syntax,
            current => current.ArgumentList is { Arguments.Count: > 0 } list
                ? current.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList(
                    [.. list.Arguments, argument],
                    [
                        .. list.Arguments.GetSeparators(),
                        SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space),
                    ])))
                : current.WithArgumentList(SyntaxFactory.AttributeArgumentList([argument])));
    }
}
