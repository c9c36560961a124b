using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// The services that a compilation registers in its own source, found when a rule first asks. Safe for concurrent use.
/// </summary>
internal sealed class ServiceIndex(Compilation compilation)
{
    private Dictionary<ITypeSymbol, Registered>? _services;

    /// <summary>
    /// The lifetime that every registration of a service agrees on; <see cref="ServiceLifetime.Unknown"/> when there is
    /// none, or when they differ.
    /// </summary>
    public ServiceLifetime LifetimeOf(ITypeSymbol service, CancellationToken cancellationToken)
    {
        var services = Get(cancellationToken);
        return services.TryGetValue(service, out var found)
            || services.TryGetValue(service.OriginalDefinition, out found)
            ? found.Lifetime
            : ServiceLifetime.Unknown;
    }

    /// <summary>
    /// The classes that are registered for a service, as they are declared; null when it is not registered here, or by
    /// code that does not say which class it makes.
    /// </summary>
    public IReadOnlyCollection<INamedTypeSymbol>? ImplementationsOf(
        INamedTypeSymbol service, CancellationToken cancellationToken)
    {
        var services = Get(cancellationToken);
        return (services.TryGetValue(service, out var found)
            || services.TryGetValue(service.OriginalDefinition, out found)) && found.IsClear
            ? found.Implementations
            : null;
    }

    /// <summary>Whether a method of this name registers a service.</summary>
    public static bool IsRegistration(string method) => LifetimeBy(method) != ServiceLifetime.Unknown;

    private static ServiceLifetime LifetimeBy(string method) => method switch
    {
        "AddScoped" or "TryAddScoped" or "AddKeyedScoped" or "AddDbContext" => ServiceLifetime.Scoped,
        "AddTransient" or "TryAddTransient" or "AddKeyedTransient" => ServiceLifetime.Transient,
        "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton" => ServiceLifetime.Singleton,
        _ => ServiceLifetime.Unknown,
    };

    private Dictionary<ITypeSymbol, Registered> Get(CancellationToken cancellationToken)
    {
        if (_services is { } services)
        {
            return services;
        }

        services = Build(cancellationToken);
        return Interlocked.CompareExchange(ref _services, services, null) ?? services;
    }

    private Dictionary<ITypeSymbol, Registered> Build(CancellationToken cancellationToken)
    {
        var services = new Dictionary<ITypeSymbol, Registered>(
            (IEqualityComparer<ITypeSymbol>)SymbolEqualityComparer.Default);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var facts = CallFacts.Of(tree, cancellationToken);
            if (facts.Registrations.IsEmpty)
            {
                continue;
            }

            var semantics = compilation.GetSemanticModel(tree);
            var root = tree.GetRoot(cancellationToken);
            foreach (var span in facts.Registrations)
            {
                if (CallFacts.CallAt(root, span) is { } call
                    && semantics.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
                    && ServiceOf(method, call, semantics, cancellationToken) is { } service)
                {
                    if (!services.TryGetValue(service, out var known))
                    {
                        services[service] = known = new Registered();
                    }

                    known.Add(LifetimeBy(method.Name), ImplementationOf(method, call, semantics, cancellationToken));
                }
            }
        }

        return services;
    }

    /// <summary>The second type that a registration states; the first when it states one and makes nothing.</summary>
    private static INamedTypeSymbol? ImplementationOf(
        IMethodSymbol method,
        InvocationExpressionSyntax call,
        SemanticModel semantics,
        CancellationToken cancellationToken)
    {
        var arguments = call.ArgumentList.Arguments;
        var stated = method.TypeArguments.IsEmpty
            ? [.. arguments.Select(static argument => argument.Expression).OfType<TypeOfExpressionSyntax>()
                .Select(type => semantics.GetTypeInfo(type.Type, cancellationToken).Type)]
            : method.TypeArguments.ToList<ITypeSymbol?>();
        bool makes = arguments.Any(static argument => argument.Expression is AnonymousFunctionExpressionSyntax);
        return stated.Count > 1 || !makes ? (stated.LastOrDefault() as INamedTypeSymbol)?.OriginalDefinition : null;
    }

    /// <summary><c>AddScoped&lt;IService, Service&gt;()</c> or <c>AddScoped(typeof(IService), …)</c>.</summary>
    private static ITypeSymbol? ServiceOf(
        IMethodSymbol method,
        InvocationExpressionSyntax call,
        SemanticModel semantics,
        CancellationToken cancellationToken)
    {
        if (!method.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.", StringComparison.Ordinal))
        {
            return null;
        }

        if (!method.TypeArguments.IsEmpty)
        {
            return method.TypeArguments[0];
        }

        var stated = call.ArgumentList.Arguments.FirstOrDefault()?.Expression as TypeOfExpressionSyntax;
        var type = stated is null ? null : semantics.GetTypeInfo(stated.Type, cancellationToken).Type;
        return type is INamedTypeSymbol { IsUnboundGenericType: true } ? type.OriginalDefinition : type;
    }

    /// <summary>What is said of one service.</summary>
    private sealed class Registered
    {
        private readonly List<INamedTypeSymbol> _implementations = [];
        private bool _isKnown;

        public ServiceLifetime Lifetime { get; private set; }

        /// <summary>Whether every registration names its class.</summary>
        public bool IsClear { get; private set; } = true;

        public IReadOnlyCollection<INamedTypeSymbol> Implementations => _implementations;

        public void Add(ServiceLifetime lifetime, INamedTypeSymbol? implementation)
        {
            Lifetime = _isKnown && Lifetime != lifetime ? ServiceLifetime.Unknown : lifetime;
            _isKnown = true;
            if (implementation is null or { TypeKind: TypeKind.Interface })
            {
                IsClear = false;
            }
            else
            {
                _implementations.Add(implementation);
            }
        }
    }
}
