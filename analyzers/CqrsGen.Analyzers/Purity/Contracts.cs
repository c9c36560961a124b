using System.Collections.Concurrent;
using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Purity;

/// <summary>What attributes say about the effects of members. Safe for concurrent use.</summary>
internal sealed class Contracts(Compilation compilation)
{
    private const string SideEffectFree = "SideEffectFreeAttribute";
    private const string Assumed = "AssumeSideEffectFreeAttribute";

    private static readonly CatalogueEntry s_clean = new("", false, CatalogueAction.Clean, "");

    /// <summary>The targets of <c>CqrsGen.Effect</c>, by its values.</summary>
    private static readonly ImmutableArray<string> s_targets =
        ["other", "database", "HTTP", "file", "queue", "mail", "blob", "process", "response"];

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<IMethodSymbol>> _promised =
        new((IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies =
        new((IEqualityComparer<IAssemblySymbol>)SymbolEqualityComparer.Default);

    /// <summary>What a member, or one that it overrides, is marked with; null when it is not marked.</summary>
    public CatalogueEntry? Find(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            if (MayBeMarked(current.ContainingAssembly) && EntryOf(current) is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Whether a member's body is not to be looked at.</summary>
    public static bool IsAssumed(IMethodSymbol method) => Has(method, Assumed);

    /// <summary>Whether the calls in a member's body only read, whatever they look like.</summary>
    public static bool OnlyReads(IMethodSymbol method) => Has(method, "ReadOnlyCallAttribute");

    /// <summary>Whether a field or property only remembers what was computed.</summary>
    public static bool IsMemo(ISymbol member) => AttributeFacts.Find(member, "MemoFieldAttribute") is not null;

    /// <summary>Whether a member promises by itself to have no effects.</summary>
    public static bool Promises(IMethodSymbol method) =>
        AttributeFacts.Find(method, SideEffectFree) is not null
        || (method is { MethodKind: not MethodKind.PropertySet, AssociatedSymbol: { } property }
            && AttributeFacts.Find(property, SideEffectFree) is not null);

    /// <summary>
    /// Whether a type may have members that promise to have no effects, by themselves or by what they implement.
    /// </summary>
    public bool MayBind(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (!PromisedBy(current).IsEmpty)
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(candidate => !PromisedBy(candidate).IsEmpty);
    }

    /// <summary>The member that promises for a method which overrides or implements it; null when none does.</summary>
    public IMethodSymbol? PromiseFor(IMethodSymbol method)
    {
        for (var current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            if (MayBeMarked(current.ContainingAssembly) && Promises(current))
            {
                return current;
            }
        }

        foreach (var implemented in method.ContainingType.AllInterfaces)
        {
            foreach (var promised in PromisedBy(implemented))
            {
                var member = implemented.GetMembers(promised.Name).FirstOrDefault(candidate =>
                    SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, promised));
                if (member is not null && SymbolEqualityComparer.Default.Equals(
                    method.ContainingType.FindImplementationForInterfaceMember(member), method))
                {
                    return promised;
                }
            }
        }

        return null;
    }

    private static CatalogueEntry? EntryOf(IMethodSymbol method)
    {
        if (Promises(method) || IsAssumed(method) || (OnlyReads(method) && method.IsAbstract))
        {
            return s_clean;
        }

        var stated = AttributeFacts.Find(method, "HasSideEffectsAttribute")
            ?? (method.AssociatedSymbol is { } property
                ? AttributeFacts.Find(property, "HasSideEffectsAttribute")
                : null);
        return stated is null ? null : new CatalogueEntry(method.Name, false, CatalogueAction.Write, TargetOf(stated));
    }

    private static string TargetOf(AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault().Value is int effect && effect > 0 && effect < s_targets.Length
            ? s_targets[effect]
            : s_targets[0];

    private static bool Has(IMethodSymbol method, string name) =>
        AttributeFacts.Find(method, name) is not null
        || (method.AssociatedSymbol is { } property && AttributeFacts.Find(property, name) is not null);

    /// <summary>The members of a type itself that promise to have no effects, as they are declared.</summary>
    private ImmutableArray<IMethodSymbol> PromisedBy(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        return _promised.TryGetValue(type, out var known) ? known : _promised.GetOrAdd(type, Read(type));
    }

    private ImmutableArray<IMethodSymbol> Read(INamedTypeSymbol type) =>
        MayBeMarked(type.ContainingAssembly) && (type.DeclaringSyntaxReferences.IsEmpty || IsMarkedInSource(type))
            ? [.. type.GetMembers().OfType<IMethodSymbol>().Where(Promises)]
            : [];

    /// <summary>By syntax alone: this is asked of every type.</summary>
    private static bool IsMarkedInSource(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences
            .Select(static reference => reference.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(static declaration => declaration.Members)
            .SelectMany(static member => member.AttributeLists)
            .SelectMany(static list => list.Attributes)
            .Any(static attribute => SyntaxRules.SimpleName(attribute.Name) is "SideEffectFree" or SideEffectFree);

    /// <summary>Whether an assembly can have the attributes at all.</summary>
    private bool MayBeMarked(IAssemblySymbol? assembly) => assembly is not null
        && (SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly)
            || _assemblies.GetOrAdd(assembly, static found => found.Modules.Any(static module =>
                module.ReferencedAssemblies.Any(static reference => reference.Name == "CqrsGen"))));
}
