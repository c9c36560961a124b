using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Middleware;
using CqrsGen.Generators.Validation;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Common;

/// <summary>Reads one type declaration for everything that it may be.</summary>
internal static class TypeFindingsParser
{
    public static TypeFindings? Parse(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        var compilation = context.SemanticModel.Compilation;
        var cache = CompilationCache.Of(compilation);
        if (ParseMemo<TypeFindings>.TryFind(context.Node, cache, out var known))
        {
            return known;
        }

        cache.Bind(compilation);
        var declaration = (TypeDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, cancellationToken) is not { } type)
        {
            return null;
        }

        var found = IsFirst(type, declaration, cancellationToken)
            ? Parse(type, declaration, context.SemanticModel, cancellationToken)
            : null;
        ParseMemo<TypeFindings>.Keep(declaration, cache, found);
        return found;
    }

    private static TypeFindings? Parse(
        INamedTypeSymbol type,
        TypeDeclarationSyntax declaration,
        SemanticModel semantics,
        CancellationToken cancellationToken)
    {
        var message = MessageParser.Parse(type, semantics, cancellationToken);
        if (DiscoveryRules.IsLeftOut(type, cancellationToken))
        {
            return message is null ? null : new TypeFindings(message, default, null, default);
        }

        var handlers = HandlerParser.Parse(type, semantics, cancellationToken);
        bool mayBeMarked = declaration.AttributeLists.Count > 0 || type.DeclaringSyntaxReferences.Length > 1;
        var middleware = mayBeMarked ? MiddlewareParser.Parse(type, semantics, cancellationToken) : null;
        var validators = ValidatorParser.Parse(type, semantics, cancellationToken);
        return message is null && handlers.Count == 0 && middleware is null && validators.Count == 0
            ? null
            : new TypeFindings(message, handlers, middleware, validators);
    }

    /// <summary>
    /// Whether this is the first of the type's parts that is looked at, so that each type is read once.
    /// </summary>
    private static bool IsFirst(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellationToken)
    {
        var references = type.DeclaringSyntaxReferences;
        if (references.Length <= 1)
        {
            return true;
        }

        foreach (var reference in references)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax part
                && SyntaxRules.IsCandidateType(part))
            {
                return part == declaration;
            }
        }

        return true;
    }
}
