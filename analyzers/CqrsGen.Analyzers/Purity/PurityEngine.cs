using System.Collections.Concurrent;
using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// What is known of the bodies of a compilation, found when a search first reaches them. Safe for concurrent use: what
/// is stored depends on the body alone, so that it does not matter who was first.
/// </summary>
internal sealed class PurityEngine(Compilation compilation, EffectsFile effects, ServiceIndex services)
{
    /// <summary>How many calls deep it is asked what a method returns.</summary>
    public const int Levels = 3;

    private readonly ConcurrentDictionary<IMethodSymbol, Body> _bodies = Methods<Body>();
    private readonly ConcurrentDictionary<IMethodSymbol, Region>[] _returns =
        [.. Enumerable.Range(0, Levels).Select(static _ => Methods<Region>())];

    private readonly ConcurrentDictionary<IFieldSymbol, bool> _memos =
        new((IEqualityComparer<IFieldSymbol>)SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<ISymbol, HashSet<string>> _states = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, HashSet<string>> _temporary = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<Finding>> _hints =
        Methods<ImmutableArray<Finding>>();

    private readonly ConcurrentDictionary<IMethodSymbol, CatalogueEntry?> _known = Methods<CatalogueEntry?>();
    private readonly Catalogue _catalogue = new();

    /// <summary>What the user says of other libraries.</summary>
    public EffectsFile Effects => effects;

    public Contracts Contracts { get; } = new(compilation);

    public CallTargets Targets { get; } = new(compilation, services);

    /// <summary>Whether a symbol is of this compilation, so that its body can be read.</summary>
    public bool IsSource(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    /// <summary>
    /// What is known of a method without looking at its body: what attributes say, else what the catalogue does. Null
    /// when nothing is.
    /// </summary>
    public CatalogueEntry? Find(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return _known.TryGetValue(method, out var known)
            ? known
            : _known.GetOrAdd(
                method,
                Contracts.Find(method) ?? effects.Find(method) ?? Declared.Find(method) ?? _catalogue.Find(method));
    }

    /// <summary>What a method does for those who call it: what it is marked with, else its body.</summary>
    public Body CalledBodyOf(IMethodSymbol method, CancellationToken cancellationToken) =>
        Contracts.Find(method) is { } marked
            ? Body.Marked(marked, method)
            : BodyOf(method, cancellationToken);

    /// <summary>What stands in the body of a method of the compilation; empty when it has none.</summary>
    public Body BodyOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (_bodies.TryGetValue(method, out var body))
        {
            return body;
        }

        var blocks = BlocksOf(method, cancellationToken);
        return _bodies.GetOrAdd(
            method,
            blocks.IsEmpty && ImplicitBase(method) is null
                ? Body.Empty
                : new BodyReader(this, Implementation(method), blocks, cancellationToken).Read());
    }

    /// <summary>The constructor of the compilation that another one runs first when it does not say so.</summary>
    public IMethodSymbol? ImplicitBase(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, ContainingType.BaseType: { } type } && IsSource(type)
            ? type.OriginalDefinition.InstanceConstructors.FirstOrDefault(static constructor =>
                constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams))
            : null;

    /// <summary>Whether a method of the compilation has a body.</summary>
    public bool HasBody(IMethodSymbol method, CancellationToken cancellationToken) =>
        IsSource(method) && Implementation(method).DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) switch
            {
                AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
                BaseMethodDeclarationSyntax written => written.Body is not null || written.ExpressionBody is not null,
                ArrowExpressionClauseSyntax => true,
                _ => false,
            });

    /// <summary>Where what a method returns came from, seen by the method.</summary>
    public Region ReturnOf(IMethodSymbol method, int level) =>
        _returns[level].TryGetValue(method, out var known)
            ? known
            : _returns[level].GetOrAdd(method, ReadReturn(method, level));

    /// <summary>
    /// Whether a method of the compilation invokes a delegate that it is given, or hands it to one that does.
    /// </summary>
    public bool Invokes(IMethodSymbol method, int parameter, int levels, CancellationToken cancellationToken)
    {
        if (levels == 0 || !IsSource(method))
        {
            return false;
        }

        var targets = Targets.Of(method, method.ContainingType, IsOpen(method), cancellationToken);
        foreach (var target in targets.IsDefault ? [] : targets)
        {
            var body = BodyOf(target, cancellationToken);
            if (body.Invoked.Contains(parameter) || body.HandedOn.Any(on =>
                on.Parameter == parameter && Invokes(on.Method, on.As, levels - 1, cancellationToken)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a handler should do without, for all rules that ask.</summary>
    public ImmutableArray<Finding> HintsOf(IMethodSymbol handler, int deepest, CancellationToken cancellationToken) =>
        _hints.TryGetValue(handler, out var known)
            ? known
            : _hints.GetOrAdd(handler, EffectSearch.HintsFrom(handler, this, deepest, cancellationToken));

    /// <summary>Whether a member of the compilation is marked as one that only remembers what was computed.</summary>
    public bool IsMarkedMemo(ISymbol member) => IsSource(member) && Contracts.IsMemo(member);

    /// <summary>Whether a field only remembers what was computed.</summary>
    public bool IsMemo(IFieldSymbol field, CancellationToken cancellationToken) =>
        _memos.GetOrAdd(
            field.OriginalDefinition, found => IsMarkedMemo(found) || IsSeenMemo(found, cancellationToken));

    /// <summary>Whether a field only remembers what was computed, by what is written to it.</summary>
    public bool IsSeenMemo(IFieldSymbol field, CancellationToken cancellationToken) => Memo.Is(
        field, holder => _states.GetOrAdd(holder, found => Memo.StatesOf(found, cancellationToken)));

    /// <summary>Whether a member of the compilation is given a path for temporary files where it is declared.</summary>
    public bool IsTemporaryPath(ISymbol member) => member.ContainingType is { } type
        && _temporary.GetOrAdd(type, static found => TemporaryPaths.Of((INamedTypeSymbol)found)).Contains(member.Name);

    private static bool IsOpen(IMethodSymbol method) => method.IsAbstract || method.IsVirtual || method.IsOverride;

    private Region ReadReturn(IMethodSymbol method, int level)
    {
        var blocks = BlocksOf(method, CancellationToken.None);
        var regions = new RegionReader(
            this, Implementation(method), [.. Operations.Walk(blocks, static _ => true)], level);
        var returned = Region.Nothing;
        foreach (var found in Operations.Walk(blocks, Operations.IsOfMember))
        {
            // What an iterator yields is an item of what it returns, so it says nothing.
            if (found is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value })
            {
                returned = returned.Join(regions.Of(value));
            }
        }

        return returned.Kind == RegionKind.Nothing ? Region.Unknown : returned;
    }

    private ImmutableArray<IOperation> BlocksOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = Implementation(method);
        var blocks = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            Add(blocks, reference.GetSyntax(cancellationToken), cancellationToken);
        }

        if (method.MethodKind == MethodKind.Constructor)
        {
            foreach (var value in InitializersOf(method.ContainingType, cancellationToken))
            {
                Add(blocks, value, cancellationToken);
            }
        }

        return blocks.ToImmutable();
    }

    private void Add(
        ImmutableArray<IOperation>.Builder blocks, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (compilation.ContainsSyntaxTree(node.SyntaxTree)
            && _models.GetOrAdd(node.SyntaxTree, tree => compilation.GetSemanticModel(tree))
                .GetOperation(node, cancellationToken) is { } operation)
        {
            blocks.Add(operation);
        }
    }

    private static IMethodSymbol Implementation(IMethodSymbol method) => method.PartialImplementationPart ?? method;

    /// <summary>The initializers of fields and properties run in every constructor.</summary>
    private static IEnumerable<SyntaxNode> InitializersOf(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is (IFieldSymbol or IPropertySymbol) and { IsStatic: false, IsImplicitlyDeclared: false })
            {
                foreach (var reference in member.DeclaringSyntaxReferences)
                {
                    var initializer = reference.GetSyntax(cancellationToken) switch
                    {
                        VariableDeclaratorSyntax variable => variable.Initializer,
                        PropertyDeclarationSyntax property => property.Initializer,
                        _ => null,
                    };
                    if (initializer is not null)
                    {
                        yield return initializer;
                    }
                }
            }
        }
    }

    private static ConcurrentDictionary<IMethodSymbol, T> Methods<T>() =>
        new((IEqualityComparer<IMethodSymbol>)SymbolEqualityComparer.Default);
}
