using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// The member that makes a call which may be a write or not: there <c>[ReadOnlyCall]</c> says that it only reads. For
/// what certainly writes, such as a file, the mark would be a lie.
/// </summary>
internal static class MarkableMember
{
    /// <summary>
    /// Its name with its type; null where the user cannot or should not mark it, or where the mark would not count.
    /// </summary>
    public static string? Of(Finding finding, Compilation compilation)
    {
        var place = finding.Path[finding.Path.Length - 1].Location;
        if (finding.Effect.IsSure || finding.Effect.Name == Body.Stated
            || PurityOptions.IsOptional(finding.Effect.Detail)
            || place.SourceTree is not { } tree || Common.Locations.IsGenerated(tree)
            || compilation.GetTypeByMetadataName("CqrsGen.ReadOnlyCallAttribute") is null)
        {
            return null;
        }

        // What stands in a lambda or local function counts for the member around it.
        var member = tree.GetRoot().FindNode(place.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>();
        string? name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            IndexerDeclarationSyntax => "this[]",
            ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
            OperatorDeclarationSyntax @operator => $"operator {@operator.OperatorToken.ValueText}",
            _ => null,
        };
        return name is null ? null
            : member?.Parent is BaseTypeDeclarationSyntax type ? $"{type.Identifier.ValueText}.{name}" : name;
    }
}
