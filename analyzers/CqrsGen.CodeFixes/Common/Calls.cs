using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.CodeFixes.Common;

/// <summary>Finds the call to which a diagnostic points by the name of its method.</summary>
internal static class Calls
{
    /// <summary>The call whose method a diagnostic points at; null when it points elsewhere.</summary>
    public static async Task<(InvocationExpressionSyntax? Syntax, IInvocationOperation? Operation)> FindCallAsync(
        this Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var name = await document.FindAsync<SimpleNameSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var call = name?.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access.Parent,
            MemberBindingExpressionSyntax binding => binding.Parent,
            _ => name?.Parent,
        } as InvocationExpressionSyntax;
        return call is null || semantics?.GetOperation(call, cancellationToken) is not IInvocationOperation operation
            ? default
            : (call, operation);
    }

    /// <summary>Whether a name means this symbol where it would be written.</summary>
    public static bool Means(this SemanticModel semantics, int position, ISymbol symbol) =>
        semantics.LookupSymbols(position, name: symbol.Name) is { Length: 1 } found
        && SymbolEqualityComparer.Default.Equals(found[0], symbol);
}
