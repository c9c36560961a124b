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
internal static class FindingsParser
{
    public static TypeFindings? Parse(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        _ = CompilationCache.Of(context.SemanticModel.Compilation);
        var declaration = (TypeDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, cancellationToken) is not { } type
            || !IsFirst(type, declaration, cancellationToken))
        {
            return null;
        }

        var message = MessageParser.Parse(type, context.SemanticModel, cancellationToken);
        var handlers = HandlerParser.Parse(type, context.SemanticModel, cancellationToken);
        var middleware = declaration.AttributeLists.Count == 0
            ? null
            : MiddlewareParser.Parse(type, context.SemanticModel, cancellationToken);
        var validators = ValidatorParser.Parse(type, context.SemanticModel, cancellationToken);
        return message is null && handlers.Count == 0 && middleware is null && validators.Count == 0
            ? null
            : new TypeFindings(message, handlers, middleware, validators);
    }

    /// <summary>Whether this is the first of the type's parts that is looked at, so that each type is read once.</summary>
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
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax part && SyntaxRules.IsCandidateType(part))
            {
                return part == declaration;
            }
        }

        return true;
    }
}
