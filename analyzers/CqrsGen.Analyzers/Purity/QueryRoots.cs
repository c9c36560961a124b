using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Finds the methods that must have no effects.</summary>
internal static class QueryRoots
{
    /// <summary>The role of a handler.</summary>
    public const string Handler = "Query handler";

    private const int QueryKinds = 6;
    private const string Middleware = "Query middleware";

    /// <summary>
    /// Whether a type may have roots. By syntax as far as possible: this is asked of every type of the compilation.
    /// </summary>
    public static bool MayHave(
        INamedTypeSymbol type, Contracts contracts, QueryRoles roles, CancellationToken cancellationToken)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
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

        return contracts.MayBind(type) || roles.MayHave(type);
    }

    /// <summary>What a method is; null when it may have effects.</summary>
    public static QueryRoot? Find(IMethodSymbol method, Contracts contracts, QueryRoles roles)
    {
        if (method.ContainingType is null || Contracts.IsAssumed(method))
        {
            return null;
        }

        if (RoleOf(method) is { } root)
        {
            return root;
        }

        if (method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
            && roles.IsHandler(method))
        {
            return new QueryRoot(Handler, 0);
        }

        if (Contracts.Promises(method))
        {
            return new QueryRoot("[SideEffectFree] member of", QueryRoot.AllParameters);
        }

        return contracts.PromiseFor(method) is { } promise
            ? new QueryRoot(
                $"Implementation of [SideEffectFree] '{Names.Full(promise)}' in", QueryRoot.AllParameters, promise)
            : null;
    }

    /// <summary>
    /// The methods of base classes by which a class handles queries: what they call on the instance may be its own.
    /// </summary>
    public static IEnumerable<IMethodSymbol> Inherited(INamedTypeSymbol type, QueryRoles roles)
    {
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false, BaseType.SpecialType: SpecialType.None })
        {
            yield break;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if ((HandlerRules.IsHandlerInterface(implemented, out var kind, out _, out _) && IsQuery(kind))
                || roles.IsRole(type, implemented))
            {
                foreach (var member in implemented.GetMembers())
                {
                    if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol { IsAbstract: false } method
                        && !SymbolEqualityComparer.Default.Equals(method.ContainingType, type))
                    {
                        yield return method.OriginalDefinition;
                    }
                }
            }
        }
    }

    private static QueryRoot? RoleOf(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type.TypeKind == TypeKind.Interface
            || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
        {
            return null;
        }

        if (HandlerFacts.IsMarked(method))
        {
            return method.Parameters.Length > 0 && IsQuery(MessageFacts.KindOf(method.Parameters[0].Type))
                ? new QueryRoot(Handler, 0)
                : null;
        }

        if (IsHandlerMethod(type, method))
        {
            return new QueryRoot(Handler, 0);
        }

        return IsQueryMiddleware(type) && IsHook(method)
            ? new QueryRoot(Middleware, method.Parameters.Length > 0 ? 0 : -1)
            : null;
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

    /// <summary>Whether a class is middleware of queries alone.</summary>
    public static bool IsQueryMiddleware(INamedTypeSymbol type) =>
        MiddlewareFacts.AttributeOf(type) is { } attribute
        && AttributeFacts.Argument(attribute, "Kinds") is int kinds and not 0 && (kinds & ~QueryKinds) == 0;

    private static bool IsHook(IMethodSymbol method) => method.Name is "Before" or "After" or "Failed" or "Finally"
        or "BeforeAsync" or "AfterAsync" or "FailedAsync" or "FinallyAsync" or "InvokeAsync";
}
