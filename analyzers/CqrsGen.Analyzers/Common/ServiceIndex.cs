using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// The services that a compilation registers in its own source, found when a rule first asks. Safe for concurrent use.
/// </summary>
internal sealed class ServiceIndex(Compilation compilation)
{
    private Dictionary<ITypeSymbol, ServiceLifetime>? _lifetimes;

    /// <summary>
    /// The lifetime that every registration of a service agrees on; <see cref="ServiceLifetime.Unknown"/> when there is
    /// none, or when they differ.
    /// </summary>
    public ServiceLifetime LifetimeOf(ITypeSymbol service, CancellationToken cancellationToken)
    {
        var lifetimes = Get(cancellationToken);
        return lifetimes.TryGetValue(service, out var lifetime)
            || lifetimes.TryGetValue(service.OriginalDefinition, out lifetime)
            ? lifetime
            : ServiceLifetime.Unknown;
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

    private Dictionary<ITypeSymbol, ServiceLifetime> Get(CancellationToken cancellationToken)
    {
        if (_lifetimes is { } lifetimes)
        {
            return lifetimes;
        }

        lifetimes = Build(cancellationToken);
        return Interlocked.CompareExchange(ref _lifetimes, lifetimes, null) ?? lifetimes;
    }

    private Dictionary<ITypeSymbol, ServiceLifetime> Build(CancellationToken cancellationToken)
    {
        var lifetimes = new Dictionary<ITypeSymbol, ServiceLifetime>(
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
                    var lifetime = LifetimeBy(method.Name);
                    lifetimes[service] = lifetimes.TryGetValue(service, out var known) && known != lifetime
                        ? ServiceLifetime.Unknown
                        : lifetime;
                }
            }
        }

        return lifetimes;
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
}
