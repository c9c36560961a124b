using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>Finds replacements of handlers that the application does not have: they would replace nothing.</summary>
/// <remarks>
/// The routes name the types of their handlers when they are asked, which only a container with replacements does. The
/// types cost a native program next to nothing where the check is used, since the look-up of a replacement holds them
/// already; names would be longer, and would have to be written as the runtime writes them. Where no handler is
/// replaced, nothing refers to the check, and trimming takes it away with all that the routes would answer.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReplacementCheck
{
    private readonly HashSet<Type> _known = [];

    private ReplacementCheck()
    {
    }

    /// <summary>Names a handler that can be replaced.</summary>
    /// <param name="key">
    /// The interface of the handler, or <see cref="ReplacedEventHandler{THandler, TEvent}"/> for one of an event's.
    /// </param>
    public void Add(Type key) => _known.Add(key);

    /// <summary>Reports replacements that no module has a handler for.</summary>
    internal static void Run(IEnumerable<Type> replaced, IEnumerable<Routes?> tables, List<string> problems)
    {
        var check = new ReplacementCheck();
        foreach (var table in tables)
        {
            table?.AddReplaceable(check);
        }

        foreach (var key in replaced)
        {
            if (!check._known.Contains(key))
            {
                problems.Add(check.Describe(key));
            }
        }
    }

    private string Describe(Type key)
    {
        var nearest = Nearest(key);
        bool isAmbiguous = nearest is not null && CallOf(key, TypeNames.Short) == CallOf(nearest, TypeNames.Short);
        Func<Type, string> nameOf = isAmbiguous ? TypeNames.Full : TypeNames.Short;
        return $"{CallOf(key, nameOf)} replaces nothing: the application has no such handler. " +
            (nearest is not null ? $"Did you mean {CallOf(nearest, nameOf)}?"
                : IsOfEvent(key) ? "Name the class of the handler, and the event as that class handles it."
                : "Name the interface of a handler that it has, and compose the module of that handler.");
    }

    /// <summary>The same class or message with something else; else one that is written almost alike.</summary>
    private Type? Nearest(Type key)
    {
        var arguments = key.GetGenericArguments();
        var alike = _known
            .Where(known => IsOfEvent(known) == IsOfEvent(key))
            .OrderBy(TypeNames.Full, StringComparer.Ordinal)
            .ToList();
        return alike.Find(known => known.GetGenericArguments()[0] == arguments[0])
            ?? (EditDistance.Nearest(FirstOf(key), alike.Select(FirstOf)) is { } name
                ? alike.Find(known => FirstOf(known) == name)
                : null)
            ?? (IsOfEvent(key) ? alike.Find(known => known.GetGenericArguments()[1] == arguments[1]) : null);
    }

    private static string FirstOf(Type key) => TypeNames.Short(key.GetGenericArguments()[0]);

    private static bool IsOfEvent(Type key) => key.GetGenericTypeDefinition() == typeof(ReplacedEventHandler<,>);

    /// <summary>What the user has written.</summary>
    private static string CallOf(Type key, Func<Type, string> nameOf) => IsOfEvent(key)
        ? $"ReplaceEventHandler<{string.Join(", ", key.GetGenericArguments().Select(nameOf))}>"
        : $"ReplaceHandler<{nameOf(key)}>";
}
