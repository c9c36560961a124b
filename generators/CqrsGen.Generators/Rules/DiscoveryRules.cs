using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Rules;

/// <summary>What is not looked at although it looks like a handler, validator or middleware.</summary>
internal static class DiscoveryRules
{
    /// <summary>Whether a class says that it is not to be found.</summary>
    public static bool IsLeftOut(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        // Names first: to bind the attributes of every handler would be dear.
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
                && SyntaxRules.HasAttribute(declaration.AttributeLists, SyntaxRules.IsNotDiscovered))
            {
                return type.GetAttributes().Any(static attribute =>
                    attribute.AttributeClass is { Name: "NotDiscoveredAttribute" } found && MessageRules.IsOurs(found));
            }
        }

        return false;
    }
}
