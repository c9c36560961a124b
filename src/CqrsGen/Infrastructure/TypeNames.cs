using System.Globalization;

namespace CqrsGen.Infrastructure;

/// <summary>Names of types as C# writes them, for messages to people.</summary>
internal static class TypeNames
{
    /// <summary>Without the namespace: <c>EquatableList&lt;Line&gt;</c>.</summary>
    public static string Short(Type type) => NameOf(type, Short);

    /// <summary>With the namespace: <c>Shop.Orders.PlaceOrder</c>.</summary>
    public static string Full(Type type) =>
        string.IsNullOrEmpty(type.Namespace) ? NameOf(type, Full) : $"{type.Namespace}.{NameOf(type, Full)}";

    private static string NameOf(Type type, Func<Type, string> nameOf)
    {
        if (type.IsArray)
        {
            return NameOf(type.GetElementType()!, nameOf) + "[]";
        }

        var chain = new List<string>();
        int consumed = 0;
        var arguments = type.GetGenericArguments();
        foreach (var level in Nesting(type))
        {
            int tick = level.Name.IndexOf('`', StringComparison.Ordinal);
            if (tick < 0)
            {
                chain.Add(level.Name);
                continue;
            }

            int arity = int.Parse(level.Name.AsSpan(tick + 1), CultureInfo.InvariantCulture);
            string[] own = Array.ConvertAll(arguments[consumed..(consumed + arity)], nameOf.Invoke);
            chain.Add($"{level.Name[..tick]}<{string.Join(", ", own)}>");
            consumed += arity;
        }

        return string.Join('.', chain);
    }

    private static List<Type> Nesting(Type type)
    {
        var levels = new List<Type>();
        for (var level = type; level is not null; level = level.DeclaringType)
        {
            levels.Insert(0, level);
        }

        return levels;
    }
}
