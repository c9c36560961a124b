using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Finds the methods that must have no effects.</summary>
internal static class QueryRoots
{
    private const int QueryKinds = 6;
    private const string Handler = "Query handler";
    private const string Middleware = "Query middleware";

    /// <summary>
    /// Whether a type may have roots. By syntax as far as possible: this is asked of every type of the compilation.
    /// </summary>
    public static bool MayHave(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return false;
        }

        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
                && (SyntaxRules.IsCandidateType(declaration)
                    || declaration.Members.Any(static member => SyntaxRules.IsCandidateMethod(member))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a method is, in the words of a message; null when it may have effects.</summary>
    /// <param name="method">Any method.</param>
    /// <param name="message">Which of its parameters is the message; -1 when none is.</param>
    public static string? RoleOf(IMethodSymbol method, out int message)
    {
        message = 0;
        var type = method.ContainingType;
        if (type is null
            || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
        {
            return null;
        }

        if (HandlerFacts.IsMarked(method))
        {
            return method.Parameters.Length > 0 && IsQuery(MessageFacts.KindOf(method.Parameters[0].Type))
                ? Handler
                : null;
        }

        if (IsHandlerMethod(type, method))
        {
            return Handler;
        }

        message = method.Parameters.Length > 0 ? 0 : -1;
        return IsQueryMiddleware(type) && IsHook(method) ? Middleware : null;
    }

    private static bool IsQuery(MessageKind kind) => kind is MessageKind.Query or MessageKind.StreamQuery;

    private static bool IsHandlerMethod(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (Names.Of(method) != "HandleAsync")
        {
            return false;
        }

        foreach (var candidate in type.AllInterfaces)
        {
            if (HandlerRules.IsHandlerInterface(candidate, out var kind, out _, out _) && IsQuery(kind)
                && candidate.GetMembers("HandleAsync").Any(member => SymbolEqualityComparer.Default.Equals(
                    type.FindImplementationForInterfaceMember(member), method)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsQueryMiddleware(INamedTypeSymbol type) =>
        MiddlewareFacts.AttributeOf(type) is { } attribute
        && AttributeFacts.Argument(attribute, "Kinds") is int kinds and not 0 && (kinds & ~QueryKinds) == 0;

    private static bool IsHook(IMethodSymbol method) => method.Name is "Before" or "After" or "Failed" or "Finally"
        or "BeforeAsync" or "AfterAsync" or "FailedAsync" or "FinallyAsync" or "InvokeAsync";
}
