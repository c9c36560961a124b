using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Messages;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Common;

/// <summary>
/// What parsing learns of types that many messages share, kept for as long as their compilation. Without it, facts of
/// <c>int</c>, which implements some thirty interfaces, would be written out for every message that returns one.
/// </summary>
internal sealed class CompilationCache
{
    private static readonly ConditionalWeakTable<Compilation, CompilationCache> s_caches = new();

    private readonly Lazy<Declarations> _declarations;
    private readonly ConcurrentDictionary<INamespaceSymbol, string> _namespaces = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, TypeFacts> _facts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, string> _keys = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _singletons = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<ITypeSymbol, Notices> _notices = new(SymbolEqualityComparer.Default);
    private int _isBound;

    private CompilationCache(Compilation compilation)
    {
        _declarations = new(() => Declarations.Of(compilation));
        Attributes = new(compilation);
    }

    /// <summary>What the compilation declares; shared with earlier compilations that declare the same.</summary>
    public Declarations Declarations => _declarations.Value;

    public static CompilationCache Of(Compilation compilation) =>
        s_caches.GetValue(compilation, static compilation => new CompilationCache(compilation));

    /// <summary>Call it before the first look at a symbol: every look after it is several times cheaper.</summary>
    public void Bind(Compilation compilation)
    {
        if (Interlocked.Exchange(ref _isBound, 1) == 0)
        {
            _ = compilation.Assembly.GetAttributes();
            _ = compilation.SourceModule.GetAttributes();
        }
    }

    /// <summary>What the plain names of attributes stand for.</summary>
    public ScopedNames Attributes { get; }

    /// <summary>The namespace as code; the same few stand around many types.</summary>
    public string Namespace(INamespaceSymbol found) => _namespaces.GetOrAdd(
        found, static found => found.ToDisplayString(SymbolText.NamespaceFormat));

    /// <summary>The facts of a result.</summary>
    public TypeFacts Facts(ITypeSymbol type) => _facts.GetOrAdd(
        type, static type => FactsOf(type) with { Work = ResultWorks.Of(type) });

    public Notices NoticesOf(ITypeSymbol type) => _notices.GetOrAdd(type, Notices.Of);

    /// <summary>The identity of a type that many others name.</summary>
    public string Key(ITypeSymbol type) => _keys.GetOrAdd(type, static type => type.Key());

    public bool IsSingleton(ITypeSymbol type) => _singletons.GetOrAdd(type.OriginalDefinition, IsKnownSingleton);

    /// <summary>The facts of a type, not kept.</summary>
    public static TypeFacts FactsOf(ITypeSymbol type)
    {
        var supertypes = new List<string>();
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType))
            {
                supertypes.Add(current.Key());
            }
        }

        foreach (var candidate in type.AllInterfaces)
        {
            if (!IsEquatableToItself(candidate, type))
            {
                supertypes.Add(candidate.Key());
            }
        }

        return new TypeFacts(
            type.IsReferenceType,
            !type.IsReferenceType && type.IsUnmanagedType,
            type.IsValueType || (type is INamedTypeSymbol { IsAbstract: false } named && HasDefaultConstructor(named)),
            ResultWork.Done,
            supertypes.ToEquatableArray());
    }

    private static bool HasDefaultConstructor(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Length > 0
            ? ConstructorSyntax.HasPublicDefault(type)
            : type.InstanceConstructors.Any(static constructor =>
                constructor is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public });

    /// <summary>Every record is; no constraint of middleware asks for it.</summary>
    private static bool IsEquatableToItself(INamedTypeSymbol candidate, ITypeSymbol type) =>
        candidate is { Name: "IEquatable", Arity: 1 }
        && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], type);

    private static bool IsKnownSingleton(ITypeSymbol type)
    {
        switch (type.ContainingNamespace?.ToDisplayString() + "." + type.MetadataName)
        {
            case "Microsoft.Extensions.Logging.ILogger`1":
            case "Microsoft.Extensions.Logging.ILoggerFactory":
            case "Microsoft.Extensions.Options.IOptions`1":
            case "Microsoft.Extensions.Options.IOptionsMonitor`1":
            case "Microsoft.Extensions.Configuration.IConfiguration":
            case "Microsoft.Extensions.Hosting.IHostEnvironment":
            case "Microsoft.Extensions.Hosting.IHostApplicationLifetime":
            case "Microsoft.Extensions.DependencyInjection.IServiceScopeFactory":
            case "System.TimeProvider":
            case "System.Diagnostics.Metrics.IMeterFactory":
            case "System.Net.Http.IHttpClientFactory":
            case "CqrsGen.IMessageContextAccessor":
            case "CqrsGen.IIdGenerator":
            case "CqrsGen.CqrsGenOptions":
                return true;
            default:
                return type.GetAttributes().Any(static attribute =>
                    attribute.AttributeClass is { Name: "SingletonAttribute" } found
                        && MessageRules.IsOurs(found));
        }
    }
}
