using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Middleware;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Common;

/// <summary>Tells by syntax what is worth a look, and has it read.</summary>
internal static class FindingParser
{
    public static bool IsCandidate(SyntaxNode node) => node switch
    {
        InterfaceDeclarationSyntax => false,
        TypeDeclarationSyntax type => SyntaxRules.IsCandidateType(type),
        IdentifierNameSyntax name => name.Identifier.ValueText == KnownNames.AddCqrsGen,
        AttributeSyntax attribute => IsBuiltIns(attribute),
        UsingDirectiveSyntax directive => AliasRules.IsCandidate(directive),
        _ => SyntaxRules.IsCandidateMethod(node),
    };

    public static Finding? Parse(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        switch (context.Node)
        {
            case TypeDeclarationSyntax:
                return TypeFindingsParser.Parse(context, cancellationToken) is { } type ? new(Type: type) : null;
            case IdentifierNameSyntax:
                return Finding.Composition;
            case AttributeSyntax attribute:
                return AttributeFinder.IsForeign(attribute, context.SemanticModel, cancellationToken)
                    ? null
                    : new(BuiltIns: BuiltInSettingsParser.Parse(attribute, context.SemanticModel, cancellationToken));
            case UsingDirectiveSyntax directive:
                return AliasParser.Parse(directive, context.SemanticModel, cancellationToken) is { } alias
                    ? new(Alias: alias)
                    : null;
            default:
                return HandlerMethodParser.Parse(context, cancellationToken) is { } method ? new(Method: method) : null;
        }
    }

    private static bool IsBuiltIns(AttributeSyntax attribute) =>
        attribute.Parent is AttributeListSyntax { Target.Identifier.ValueText: "assembly" }
        && SyntaxRules.IsBuiltIns(SyntaxRules.SimpleName(attribute.Name));
}
