using System.Collections.Frozen;
using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>
/// Finds the route of a message type that has no generated route of its own: foreign types and types that are not
/// partial. Built at its first use, once per container.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TypeMap
{
    private readonly Dictionary<Type, Route> _building = [];
    private readonly FrozenDictionary<Type, Route> _routes;

    internal TypeMap(IEnumerable<Routes?> tables)
    {
        foreach (var table in tables)
        {
            table?.AddTypes(this);
        }

        _routes = _building.ToFrozenDictionary();
    }

    /// <summary>Adds a type with its id in the switches of an assembly.</summary>
    /// <param name="type">The message type.</param>
    /// <param name="table">The assembly's routes.</param>
    /// <param name="id">Its id there.</param>
    public void Add(Type type, Routes table, int id) => _building[type] = new Route(type, table, id);

    /// <summary>Finds the route of a type or of the nearest base type that has one.</summary>
    internal bool TryFind(Type type, out Route route)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (_routes.TryGetValue(candidate, out route))
            {
                return true;
            }
        }

        route = default;
        return false;
    }

    internal readonly record struct Route(Type Type, Routes Table, int Id);
}
