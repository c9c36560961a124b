using System.Globalization;
using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Generators.Validation;

/// <summary>Arguments of attributes as code.</summary>
internal static class ConstantText
{
    public static string Code(TypedConstant constant)
    {
        if (constant.IsNull)
        {
            return "null";
        }

        return constant.Kind switch
        {
            TypedConstantKind.Array => Array(constant),
            TypedConstantKind.Type => $"typeof({((ITypeSymbol)constant.Value!).Key()})",
            TypedConstantKind.Enum => Enum(constant),
            _ => Code(constant.Value!),
        };
    }

    /// <summary>A primitive value as a literal of its own type.</summary>
    public static string Code(object value) => value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        bool truth => truth ? "true" : "false",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double.MaxValue => "double.MaxValue",
        double.MinValue => "double.MinValue",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        float.MaxValue => "float.MaxValue",
        float.MinValue => "float.MinValue",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        long number => number == long.MinValue ? "long.MinValue" : Format(number) + "L",
        ulong number => Format(number) + "UL",
        uint number => Format(number) + "U",
        int number => number == int.MinValue ? "int.MinValue" : Format(number),
        byte number => $"(byte){Format(number)}",
        sbyte number => $"(sbyte)({Format(number)})",
        short number => $"(short)({Format(number)})",
        ushort number => $"(ushort){Format(number)}",
        _ => throw new ArgumentException($"{value.GetType()} is no constant of an attribute.", nameof(value)),
    };

    private static string Format(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static string Array(TypedConstant constant)
    {
        string element = ((IArrayTypeSymbol)constant.Type!).ElementType.Code();
        return constant.Values.Length == 0
            ? $"new {element}[0]"
            : $"new {element}[] {{ {string.Join(", ", constant.Values.Select(Code))} }}";
    }

    private static string Enum(TypedConstant constant)
    {
        var type = constant.Type!;
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, constant.Value))
            {
                return $"{type.Key()}.{Names.Escape(field.Name)}";
            }
        }

        return $"({type.Key()})({Code(constant.Value!)})";
    }
}
