using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Which bodies a call may run.</summary>
internal sealed class CallTargets(Compilation compilation, ServiceIndex services)
{
    /// <summary>Where more bodies than this may be meant, none is: such a call says nothing.</summary>
    public const int Most = 8;

    private static readonly ImmutableArray<string> s_handlers =
    [
        "MediatR.IRequestHandler`1", "MediatR.IRequestHandler`2", "MediatR.IStreamRequestHandler`2",
        "Mediator.IRequestHandler`1", "Mediator.IRequestHandler`2", "Mediator.IQueryHandler`2",
        "Mediator.ICommandHandler`1", "Mediator.ICommandHandler`2", "Mediator.IStreamQueryHandler`2",
    ];

    private readonly Implementers _implementers = new(compilation);
    private readonly ImmutableArray<INamedTypeSymbol> _handlers =
        [.. s_handlers.Select(compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>()];

    /// <summary>
    /// The methods of the compilation that a call may run; none when there are none, default when there are too many.
    /// </summary>
    /// <param name="method">What is called.</param>
    /// <param name="receiver">The type that it is called on.</param>
    /// <param name="isVirtual">Whether another method may run instead.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public ImmutableArray<IMethodSymbol> Of(
        IMethodSymbol method, ITypeSymbol? receiver, bool isVirtual, CancellationToken cancellationToken)
    {
        var type = method.ContainingType;
        if (!isVirtual)
        {
            return IsSource(method) ? [method.OriginalDefinition] : [];
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            return UnknownCalls.IsOfPlatform(type) && !IsSource(type) ? [] : Implementations(method, cancellationToken);
        }

        // What derives from a class of a library says little about the instance at hand.
        var named = receiver as INamedTypeSymbol ?? type;
        return IsSource(named) ? Overrides(method, named, cancellationToken) : [];
    }

    /// <summary>What a call on an instance of exactly this type runs; none when its body is not here.</summary>
    public ImmutableArray<IMethodSymbol> Exactly(IMethodSymbol method, INamedTypeSymbol type) =>
        OverrideIn(type, method) is { IsAbstract: false } body && IsSource(body) ? [body.OriginalDefinition] : [];

    /// <summary>
    /// The member of another dispatcher's interface by which a type of the compilation handles a request; null when
    /// none does.
    /// </summary>
    public IMethodSymbol? HandlerOf(INamedTypeSymbol request, CancellationToken cancellationToken)
    {
        foreach (var definition in _handlers)
        {
            foreach (var type in _implementers.Of(definition, cancellationToken))
            {
                foreach (var candidate in type.AllInterfaces)
                {
                    if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, definition)
                        && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], request))
                    {
                        return candidate.GetMembers("Handle").OfType<IMethodSymbol>().FirstOrDefault();
                    }
                }
            }
        }

        return null;
    }

    private ImmutableArray<IMethodSymbol> Implementations(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<IMethodSymbol>();
        var types = Registered(
            method.ContainingType, _implementers.Of(method.ContainingType, cancellationToken), cancellationToken);
        foreach (var type in types.Where(type => !IsLeftToHeirs(type, types)))
        {
            foreach (var candidate in type.AllInterfaces)
            {
                if (MayBe(candidate, method.ContainingType) && MemberLike(candidate, method) is { } member
                    && type.FindImplementationForInterfaceMember(member) is IMethodSymbol { IsAbstract: false } body
                    && IsSource(body))
                {
                    Add(found, body);
                }
            }
        }

        return Few(found);
    }

    /// <summary>An abstract class has instances of its heirs alone, and they say for what they stand.</summary>
    private static bool IsLeftToHeirs(INamedTypeSymbol type, ImmutableArray<INamedTypeSymbol> types) =>
        type.IsAbstract && types.Any(heir => heir.BaseType is { } parent
            && Chain(parent, static current => current.BaseType).Any(current => AreSame(current, type)));

    /// <summary>
    /// Of several classes those that the compilation registers, and what may stand around them; all when it registers
    /// none, or does not say which.
    /// </summary>
    private ImmutableArray<INamedTypeSymbol> Registered(
        INamedTypeSymbol service, ImmutableArray<INamedTypeSymbol> types, CancellationToken cancellationToken)
    {
        if (types.Length < 2 || services.ImplementationsOf(service, cancellationToken) is not { } registered
            || !types.Any(type => registered.Contains(type, SymbolEqualityComparer.Default)))
        {
            return types;
        }

        return types.RemoveAll(type => !registered.Contains(type, SymbolEqualityComparer.Default)
            && !type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter =>
                AreSame(parameter.Type, service))));
    }

    private ImmutableArray<IMethodSymbol> Overrides(
        IMethodSymbol method, INamedTypeSymbol receiver, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<IMethodSymbol>();
        var types = _implementers.Of(receiver, cancellationToken);
        foreach (var type in types.Insert(0, receiver))
        {
            if (OverrideIn(type, method) is { IsAbstract: false } body && IsSource(body))
            {
                Add(found, body);
            }
        }

        return Few(found);
    }

    private static void Add(ImmutableArray<IMethodSymbol>.Builder found, IMethodSymbol body)
    {
        if (!found.Contains(body.OriginalDefinition, SymbolEqualityComparer.Default))
        {
            found.Add(body.OriginalDefinition);
        }
    }

    private static ImmutableArray<IMethodSymbol> Few(ImmutableArray<IMethodSymbol>.Builder found) =>
        found.Count > Most ? default : found.ToImmutable();

    /// <summary>The most derived override that a type has or inherits.</summary>
    private static IMethodSymbol? OverrideIn(INamedTypeSymbol type, IMethodSymbol method) =>
        Chain(type, static current => current.BaseType)
            .SelectMany(current => current.GetMembers(method.Name).OfType<IMethodSymbol>())
            .FirstOrDefault(member => Chain(member, static current => current.OverriddenMethod)
                .Any(overridden => AreSame(overridden, method)));

    private static IMethodSymbol? MemberLike(INamedTypeSymbol type, IMethodSymbol method) =>
        type.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(member => AreSame(member, method));

    private static IEnumerable<T> Chain<T>(T first, Func<T, T?> next)
        where T : class
    {
        for (T? current = first; current is not null; current = next(current))
        {
            yield return current;
        }
    }

    private static bool AreSame(ISymbol one, ISymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);

    /// <summary>
    /// Whether an interface that a type has may be the one that is called: an IRepository of orders is none of
    /// customers.
    /// </summary>
    private static bool MayBe(INamedTypeSymbol candidate, INamedTypeSymbol called) =>
        SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, called.OriginalDefinition)
        && (IsOpen(candidate) || IsOpen(called) || SymbolEqualityComparer.Default.Equals(candidate, called));

    private static bool IsOpen(INamedTypeSymbol type) => type.TypeArguments.Any(static argument =>
        argument is ITypeParameterSymbol || (argument is INamedTypeSymbol named && IsOpen(named)));

    private bool IsSource(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);
}
