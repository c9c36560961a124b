using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// Types of a module that its routes do not show. Found by a walk over all its types, so asked for seldom and kept as
/// long as the assembly, which outlives the edits of those that refer to it.
/// </summary>
internal sealed class ModuleTypes
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, ModuleTypes> s_types = new();

    private ModuleTypes(
        ImmutableArray<INamedTypeSymbol> hidden,
        ImmutableArray<INamedTypeSymbol> hiddenMiddleware,
        ImmutableArray<INamedTypeSymbol> middleware)
    {
        HiddenMessages = hidden;
        HiddenMiddleware = hiddenMiddleware;
        AllMiddleware = middleware;
        Middleware = [.. middleware.Where(static type =>
            MiddlewareFacts.ScopeOf(type) == MiddlewareFacts.Application)];
    }

    /// <summary>The messages that other assemblies cannot name, in the order of their names.</summary>
    public ImmutableArray<INamedTypeSymbol> HiddenMessages { get; }

    /// <summary>The middleware that other assemblies cannot name, in the order of their names.</summary>
    public ImmutableArray<INamedTypeSymbol> HiddenMiddleware { get; }

    /// <summary>The middleware for the messages of every application that references the module.</summary>
    public ImmutableArray<INamedTypeSymbol> Middleware { get; }

    /// <summary>The middleware that other assemblies can name, whatever it is for.</summary>
    public ImmutableArray<INamedTypeSymbol> AllMiddleware { get; }

    public static ModuleTypes Of(IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        if (s_types.TryGetValue(assembly, out var types))
        {
            return types;
        }

        var hidden = new List<INamedTypeSymbol>();
        var middleware = new List<INamedTypeSymbol>();
        Walk(assembly.GlobalNamespace, hidden, middleware, cancellationToken);
        var hiddenMiddleware = middleware.FindAll(static type => !type.IsVisibleOutside());
        middleware.RemoveAll(static type => !type.IsVisibleOutside());
        return s_types.GetValue(
            assembly, _ => new ModuleTypes(Sort(hidden), Sort(hiddenMiddleware), Sort(middleware)));
    }

    private static void Walk(
        INamespaceOrTypeSymbol parent,
        List<INamedTypeSymbol> hidden,
        List<INamedTypeSymbol> middleware,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var type in parent.GetTypeMembers())
        {
            if (IsHiddenMessage(type))
            {
                hidden.Add(type);
            }
            else if (MiddlewareFacts.ScopeOf(type) is not null)
            {
                middleware.Add(type);
            }

            Walk(type, hidden, middleware, cancellationToken);
        }

        foreach (var space in (parent as INamespaceSymbol)?.GetNamespaceMembers() ?? [])
        {
            Walk(space, hidden, middleware, cancellationToken);
        }
    }

    private static bool IsHiddenMessage(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && !VisibilityRules.IsGeneric(type)
        && MessageFacts.AttributeOf(type) is not null
        && MessageRules.KindOf(type, out var result, out _) != MessageKind.None
        && !(type.IsVisibleOutside() && result?.IsVisibleOutside() != false);

    private static ImmutableArray<INamedTypeSymbol> Sort(List<INamedTypeSymbol> types) =>
        [.. types.OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal)];
}
