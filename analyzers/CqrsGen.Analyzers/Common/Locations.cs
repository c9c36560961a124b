using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Common;

/// <summary>Where rules point to.</summary>
internal static class Locations
{
    /// <summary>
    /// The name in the declaration that the user wrote. A partial type also has generated declarations, in which
    /// nothing is reported.
    /// </summary>
    public static Location Of(ISymbol symbol)
    {
        if (symbol.Locations.Length == 1)
        {
            return symbol.Locations[0];
        }

        Location? written = null;
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (IsGenerated(reference.SyntaxTree) || reference.GetSyntax() is not TypeDeclarationSyntax declaration)
            {
                continue;
            }

            if (SyntaxRules.IsCandidateType(declaration))
            {
                return declaration.Identifier.GetLocation();
            }

            written ??= declaration.Identifier.GetLocation();
        }

        return written ?? (symbol.Locations.IsEmpty ? Location.None : symbol.Locations[0]);
    }

    /// <summary>The name of the member that an operation calls or reads.</summary>
    public static Location OfName(IOperation operation)
    {
        var syntax = operation.Syntax is InvocationExpressionSyntax call ? call.Expression : operation.Syntax;
        return syntax switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.GetLocation(),
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.GetLocation(),
            SimpleNameSyntax name => name.Identifier.GetLocation(),
            _ => syntax.GetLocation(),
        };
    }

    /// <summary>Whether a file is one that a generator emitted.</summary>
    public static bool IsGenerated(SyntaxTree tree) =>
        tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);
}
