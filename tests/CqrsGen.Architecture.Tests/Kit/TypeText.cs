using System.Reflection;

namespace CqrsGen.Architecture.Tests.Kit;

/// <summary>Types as C# writes them.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type) => Of(type, static argument => Of(argument));

    /// <summary>With a question mark wherever null may stand.</summary>
    public static string Of(NullabilityInfo info, NullabilityState state)
    {
        int next = 0;
        string text = info.Type.IsArray
            ? Of(info.ElementType!, info.ElementType!.ReadState) + "[]"
            : Of(info.Type, argument => Nested(info, argument, next++));
        bool isMarked = state == NullabilityState.Nullable && !info.Type.IsValueType
            && !info.Type.IsGenericParameter; // One that may be null by its nature looks just like one with a mark.
        return isMarked ? text + "?" : text;
    }

    /// <summary>With its variance, as its declaration has it.</summary>
    public static string OfDefinition(Type type) => Of(type, static argument =>
        (argument.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
        {
            GenericParameterAttributes.Covariant => "out ",
            GenericParameterAttributes.Contravariant => "in ",
            _ => "",
        } + argument.Name);

    public static string Constraints(IEnumerable<Type> parameters) => string.Concat(parameters
        .Where(static parameter => parameter.IsGenericParameter)
        .Select(static parameter => (parameter.Name, Bounds: string.Join(", ", Bounds(parameter))))
        .Where(static parameter => parameter.Bounds.Length > 0)
        .Select(static parameter => $" where {parameter.Name} : {parameter.Bounds}"));

    private static string Nested(NullabilityInfo info, Type argument, int index) =>
        index < info.GenericTypeArguments.Length
            ? Of(info.GenericTypeArguments[index], info.GenericTypeArguments[index].ReadState)
            : Of(argument);

    private static string Of(Type type, Func<Type, string> argument)
    {
        if (type.IsArray)
        {
            return Of(type.GetElementType()!, argument) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value) + "?";
        }

        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        string name = type.IsNested && !type.IsGenericParameter ? $"{Of(type.DeclaringType!)}.{type.Name}" : type.Name;
        return type.Name.Contains('`')
            ? $"{name[..name.LastIndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(argument))}>"
            : name;
    }

    private static IEnumerable<string> Bounds(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        bool isValue = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isValue)
        {
            yield return "struct";
        }
        else if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        var bounds = parameter.GetGenericParameterConstraints();
        foreach (var bound in bounds.Where(static type => type != typeof(ValueType)))
        {
            yield return Of(bound);
        }

        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isValue)
        {
            yield return "new()";
        }
    }
}
