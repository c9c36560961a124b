using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>The rules of types that several messages hold, kept for as long as their compilation.</summary>
internal sealed class ValidationCache(Compilation compilation)
{
    private static readonly ConditionalWeakTable<Compilation, ValidationCache> s_caches = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeBuilder> _types = new(SymbolEqualityComparer.Default);

    public static ValidationCache Of(Compilation compilation) =>
        s_caches.GetValue(compilation, static compilation => new ValidationCache(compilation));

    /// <summary>The rules of a type by itself. Read only: other threads may read them too.</summary>
    public TypeBuilder TypeOf(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!_types.TryGetValue(type, out var found))
        {
            found = _types.GetOrAdd(type, ValidatedTypeParser.Parse(type, compilation, cancellationToken));
        }

        return found;
    }
}
