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
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.CodeFixes.Handlers;

/// <summary>
/// CQG3001: writes a handler class, behind the message where the message is in this project, else behind the caller.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MessageWithoutHandlerFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MessageWithoutHandler];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var argument = await document.FindAsync<ArgumentSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (argument is null || semantics is null
            || semantics.GetOperation(argument, cancellationToken) is not IArgumentOperation passed
            || MessageWithoutHandlerAnalyzer.ConcreteTypeOf(passed.Value) is not { IsGenericType: false } message
            || !VisibilityRules.IsNameable(message))
        {
            return [];
        }

        var kind = MessageRules.KindOf(message, out var result, out _);
        var neighbour = NeighbourOf(message, argument, cancellationToken);
        if (kind == MessageKind.None || neighbour is null
            || document.Project.GetDocument(neighbour.SyntaxTree) is not { } target)
        {
            return [];
        }

        var handler = new NewHandler(message, kind, result, NameOf(message, semantics, neighbour));
        return
        [
            new("WriteHandler", $"Write '{handler.Name}'", message.ToDisplayString(), async (editor, token) =>
            {
                var edits = await editor.GetDocumentEditorAsync(target.Id, token).ConfigureAwait(false);
                edits.InsertAfter(neighbour, handler.Write(edits.Generator, semantics.Compilation)
                    .WithLeadingTrivia(LinesBetween(neighbour)));
            }),
        ];
    }

    /// <summary>The outermost type that is, or is around, the message or else the caller.</summary>
    private static MemberDeclarationSyntax? NeighbourOf(
        INamedTypeSymbol message, SyntaxNode caller, CancellationToken cancellationToken)
    {
        var declaration = message.DeclaringSyntaxReferences
            .FirstOrDefault(static reference => !Analyzers.Common.Locations.IsGenerated(reference.SyntaxTree))
            ?.GetSyntax(cancellationToken);
        return (declaration ?? caller).AncestorsAndSelf()
            .OfType<MemberDeclarationSyntax>()
            .LastOrDefault(static member => member is TypeDeclarationSyntax or GlobalStatementSyntax);
    }

    /// <summary>One empty line; two line ends, as the file has them, where the neighbour has none of its own.</summary>
    private static SyntaxTrivia[] LinesBetween(SyntaxNode neighbour)
    {
        var lineEnd = neighbour.SyntaxTree.GetRoot().DescendantTrivia()
            .FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        lineEnd = SyntaxFactory.EndOfLine(lineEnd == default ? "\n" : lineEnd.ToString());
        return neighbour.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? [lineEnd] : [lineEnd, lineEnd];
    }

    private static string NameOf(INamedTypeSymbol message, SemanticModel semantics, MemberDeclarationSyntax neighbour)
    {
        string stem = message.Name;
        for (var outer = message.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            stem = outer.Name + stem;
        }

        string name = stem + "Handler";
        for (int number = 2; IsTaken(name); number++)
        {
            name = $"{stem}Handler{number}";
        }

        return name;

        bool IsTaken(string candidate) =>
            !semantics.Compilation.GetSemanticModel(neighbour.SyntaxTree)
                .LookupNamespacesAndTypes(neighbour.SpanStart, name: candidate).IsEmpty;
    }
}
