using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>Reads what an attribute was given.</summary>
internal static class AttributeArguments
{
    /// <summary>A positional argument; null when there are fewer.</summary>
    public static object? Argument(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index].Kind
            is not (TypedConstantKind.Array or TypedConstantKind.Error)
            ? attribute.ConstructorArguments[index].Value
            : null;

    /// <summary>A named argument; the default when it is not given.</summary>
    public static T? Named<T>(this AttributeData attribute, string name, T? @default = default)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array
                && argument.Value.Value is T value)
            {
                return value;
            }
        }

        return @default;
    }

    /// <summary>The items of a <c>params</c> argument.</summary>
    public static IReadOnlyList<TypedConstant> Items(this AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 1
        && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Array, IsNull: false } only
            ? only.Values
            : [];

    /// <summary>The attribute as an expression that makes it.</summary>
    public static string Code(this AttributeData attribute)
    {
        string arguments = string.Join(", ", attribute.ConstructorArguments.Select(ConstantText.Code));
        string name = Common.SymbolText.Key(attribute.AttributeClass!);
        return attribute.NamedArguments.Length == 0
            ? $"new {name}({arguments})"
            : $"new {name}({arguments}) {{ " + string.Join(", ", attribute.NamedArguments.Select(
                static argument => $"{argument.Key} = {ConstantText.Code(argument.Value)}")) + " }";
    }
}
