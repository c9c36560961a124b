using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Rules;

/// <summary>
/// Aliases that hide our names. Messages, handlers and middleware are found by name; what stands under another is not.
/// </summary>
internal static class AliasRules
{
    private const string Suffix = "Attribute";

    /// <summary>
    /// Whether a directive gives another name to something that is named like one of ours. An alias by the same name
    /// chooses between ours and another's, and hides nothing.
    /// </summary>
    public static bool IsCandidate(UsingDirectiveSyntax directive)
    {
        if (directive.Alias is not { } alias)
        {
            return false;
        }

        string name = SyntaxRules.SimpleName(directive.NamespaceOrType);
        return SyntaxRules.IsOurName(name) && Stem(alias.Name.Identifier.ValueText) != Stem(name);
    }

    /// <summary>What a candidate hides, as it should be written; null when that is not ours.</summary>
    public static string? FindHidden(
        UsingDirectiveSyntax directive, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var symbol = semantics.GetSymbolInfo(directive.NamespaceOrType, cancellationToken).Symbol;
        if (symbol is not INamedTypeSymbol type || !MessageRules.IsOurs(type) || !SyntaxRules.IsOurName(type.Name))
        {
            return null;
        }

        string written = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return type.TypeKind == TypeKind.Interface
            ? written
            : $"[{Stem(type.Name)}{written.Substring(type.Name.Length)}]";
    }

    private static string Stem(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
}
