using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Finds the members of a type that hold a path which .NET gives out for temporary files.</summary>
internal static class TemporaryPaths
{
    /// <summary>The names that are given one, at their declaration or in an assignment.</summary>
    public static HashSet<string> Of(INamedTypeSymbol type) => new(
        type.DeclaringSyntaxReferences
            .SelectMany(static declared => declared.GetSyntax().DescendantNodes())
            .Where(static node => node is IdentifierNameSyntax
            {
                Identifier.ValueText: "GetTempFileName" or "GetTempPath" or "CreateTempSubdirectory",
            })
            .SelectMany(static name => name.Ancestors().Select(GivenBy).OfType<string>()),
        StringComparer.Ordinal);

    /// <summary>What a node gives a value to; null when it gives none.</summary>
    private static string? GivenBy(SyntaxNode node) => node switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        AssignmentExpressionSyntax
        {
            Left: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax },
        } given => ((given.Left as MemberAccessExpressionSyntax)?.Name ?? (SimpleNameSyntax)given.Left)
            .Identifier.ValueText,
        _ => null,
    };
}
