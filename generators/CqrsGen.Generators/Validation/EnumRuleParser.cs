using System.Globalization;
using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary><c>[EnumDataType]</c>: the value is one that the enum declares, or for flags is made of such.</summary>
internal static class EnumRuleParser
{
    public static void Parse(AttributeData attribute, MemberBuilder member)
    {
        if (attribute.Argument(0) is not INamedTypeSymbol { TypeKind: TypeKind.Enum } type || !member.CanName(type))
        {
            member.Omit("EnumDataType", "names no enum that generated code can name.");
            return;
        }

        string name = type.Key();
        string parsed = member.IsText ? member.Variable("Enum") : "";
        string? test = member switch
        {
            { ValueType.TypeKind: TypeKind.Enum } when SymbolEqualityComparer.Default.Equals(member.ValueType, type) =>
                $"!{IsDeclared(type, member.Value)}",
            { IsText: true } =>
                $"{member.Value}.Length > 0 && !(System.Enum.TryParse<{name}>({member.Value}, out var {parsed}) " +
                $"&& {IsDeclared(type, parsed)})",
            _ when IsInteger(member.ValueType) => $"!{IsDeclared(type, $"unchecked(({name}){member.Value})")}",
            _ => null,
        };
        if (test is null)
        {
            member.Omit("EnumDataType", $"cannot judge a value of type {member.ValueType.Display()}.");
            return;
        }

        var message = TextModel.Format(attribute, "The field {0} is invalid.", member.DisplayName);
        member.AddForValue(test, "EnumDataType", message);
    }

    private static bool IsInteger(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static string IsDeclared(INamedTypeSymbol type, string value)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue).ToList();
        bool isFlags = type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "FlagsAttribute");
        if (isFlags)
        {
            string declared = string.Join(", ", fields
                .Select(static field => Unsigned(field.ConstantValue!))
                .Distinct()
                .OrderByDescending(static flag => flag)
                .Select(static flag => flag.ToString(CultureInfo.InvariantCulture) + "UL"));
            return $"ValidationChecks.IsFlags({UnsignedCode(type, value)}, [{declared}])";
        }

        // Names of one value are one case; the same twice would be a warning.
        var cases = fields
            .GroupBy(static field => field.ConstantValue)
            .Select(group => $"{type.Key()}.{Names.Escape(group.First().Name)}")
            .ToList();
        return cases.Count == 0 ? "false" : $"({value} is {string.Join(" or ", cases)})";
    }

    private static string UnsignedCode(INamedTypeSymbol type, string value) =>
        type.EnumUnderlyingType!.SpecialType switch
        {
            SpecialType.System_SByte => $"(byte){value}",
            SpecialType.System_Int16 => $"(ushort){value}",
            SpecialType.System_Int32 => $"(uint){value}",
            _ => $"(ulong){value}",
        };

    private static ulong Unsigned(object value) => value switch
    {
        sbyte number => unchecked((byte)number),
        short number => unchecked((ushort)number),
        int number => unchecked((uint)number),
        long number => unchecked((ulong)number),
        _ => Convert.ToUInt64(value, CultureInfo.InvariantCulture),
    };
}
