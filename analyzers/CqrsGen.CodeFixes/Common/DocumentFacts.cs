using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.CodeFixes.Common;

/// <summary>What fixers look up where a diagnostic points.</summary>
internal static class DocumentFacts
{
    /// <summary>The innermost node of a kind around a diagnostic; null when there is none.</summary>
    public static async Task<TNode?> FindAsync<TNode>(
        this Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        where TNode : SyntaxNode
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<TNode>();
    }

    /// <summary>The declaration whose name a diagnostic points at; null when it points elsewhere.</summary>
    public static async Task<TypeDeclarationSyntax?> FindTypeAsync(
        this Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var type = await document.FindAsync<TypeDeclarationSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        return type?.Identifier.Span == diagnostic.Location.SourceSpan ? type : null;
    }

    /// <summary>The symbol of a declaration, with its compilation.</summary>
    public static async Task<(TSymbol? Symbol, Compilation? Compilation)> GetSymbolAsync<TSymbol>(
        this Document document, SyntaxNode declaration, CancellationToken cancellationToken)
        where TSymbol : class, ISymbol
    {
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return (semantics?.GetDeclaredSymbol(declaration, cancellationToken) as TSymbol, semantics?.Compilation);
    }

    /// <summary>What identifies a node as the target of a fix.</summary>
    public static string TargetOf(this SyntaxNode node) => $"{node.SyntaxTree.FilePath}{node.Span}";
}
