using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Common;

/// <summary>Reads an alias that hides one of our names: what it marks would be left out without a word.</summary>
internal static class AliasParser
{
    public static Omission? Parse(
        UsingDirectiveSyntax directive, SemanticModel semantics, CancellationToken cancellationToken)
    {
        CompilationCache.Of(semantics.Compilation).Bind(semantics.Compilation);
        return AliasRules.FindHidden(directive, semantics, cancellationToken) is { } hidden
            ? new(
                "CQG3021",
                $"The alias {directive.Alias!.Name.Identifier.ValueText} hides {hidden} from the generator. " +
                $"Write {hidden}.")
            : null;
    }
}
