using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary><c>[AllowedValues]</c> and <c>[DeniedValues]</c>. Null is a value like any other.</summary>
internal static class ValuesRuleParser
{
    public static void ParseAllowed(AttributeData attribute, MemberBuilder member) =>
        Parse(
            attribute,
            member,
            "AllowedValues",
            "{0} is not ({1})",
            "The {0} field does not equal any of the values specified in AllowedValuesAttribute.");

    public static void ParseDenied(AttributeData attribute, MemberBuilder member) =>
        Parse(
            attribute,
            member,
            "DeniedValues",
            "{0} is {1}",
            "The {0} field equals one of the values specified in DeniedValuesAttribute.");

    private static void Parse(
        AttributeData attribute, MemberBuilder member, string name, string test, string format)
    {
        // A constant of another type never equals the value: an int is not equal to a long.
        var values = attribute.Items()
            .Where(value => Fits(value, member))
            .Select(ConstantText.Code)
            .Distinct()
            .ToList();
        if (values.Count == 0)
        {
            member.Omit(
                name, $"names no value of type {member.DeclaredType.Display()}. Write values of that type.");
            return;
        }

        var message = TextModel.Format(attribute, format, member.DisplayName);
        member.Add(test.Replace("{1}", string.Join(" or ", values)).Replace("{0}", member.Local), name, message);
    }

    private static bool Fits(TypedConstant value, MemberBuilder member) =>
        value.Kind is not (TypedConstantKind.Array or TypedConstantKind.Type or TypedConstantKind.Error)
        && (value.IsNull ? member.CanBeNull
            : member.IsObject || SymbolEqualityComparer.Default.Equals(value.Type, member.ValueType));
}
