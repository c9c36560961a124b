using System.Collections;

namespace CqrsGen.Infrastructure;

/// <summary>Tells results that may do their work after their handler has returned, and so keep its token.</summary>
internal static class LazyResults
{
    /// <summary>Whether a result of the type may: also inside a <c>Result</c>, a tuple or another generic.</summary>
    public static bool May(Type type) =>
        type == typeof(object) || type == typeof(IEnumerable)
        || type.IsAssignableTo(typeof(Delegate))
        || type.IsAssignableTo(typeof(Stream))
        || type.IsAssignableTo(typeof(Task))
        || (type.IsGenericType && (IsLazy(type.GetGenericTypeDefinition()) || type.GenericTypeArguments.Any(May)));

    private static bool IsLazy(Type definition) =>
        definition == typeof(IEnumerable<>) || definition == typeof(IAsyncEnumerable<>)
        || definition == typeof(IQueryable<>) || definition == typeof(Lazy<>) || definition == typeof(ValueTask<>);
}
