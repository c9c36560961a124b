using CqrsGen.Generators.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Messages;

/// <summary>Reads <c>[Use&lt;TMiddleware&gt;]</c> from a message, a handler class or a handler method.</summary>
internal static class UseReader
{
    /// <summary>The named middleware, each without its type arguments.</summary>
    public static EquatableArray<string> Read(
        ISymbol symbol, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (!symbol.DeclaringSyntaxReferences.Any(reference => MayUse(reference.GetSyntax(cancellationToken))))
        {
            return default;
        }

        return Read(symbol);
    }

    /// <summary>Those of a symbol that may be another assembly's.</summary>
    public static EquatableArray<string> Read(ISymbol symbol) => symbol.GetAttributes()
        .Select(static attribute => attribute.AttributeClass)
        .Where(static type => type is { Name: "UseAttribute", Arity: 1 } && MessageRules.IsOurs(type))
        .Select(static type => DefinitionOf(type!.TypeArguments[0]))
        .ToEquatableArray();

    private static string DefinitionOf(ITypeSymbol middleware)
    {
        string key = middleware.Key();
        int start = key.IndexOf('<');
        return start < 0 ? key : key.Substring(0, start);
    }

    private static bool MayUse(SyntaxNode syntax) => syntax is MemberDeclarationSyntax member
        && SyntaxRules.HasAttribute(member.AttributeLists, SyntaxRules.IsUse);
}
