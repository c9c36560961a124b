using CqrsGen.Generators.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary><c>[MinLength]</c>, <c>[MaxLength]</c> and <c>[Length]</c>, of texts and collections.</summary>
internal static class LengthRuleParser
{
    public static void Parse(AttributeData attribute, MemberBuilder member)
    {
        string name = RuleParser.NameOf(attribute.AttributeClass!);
        if (LengthOf(member) is not { } length)
        {
            member.Omit(name, $"is about texts and collections, but the member is {member.ValueType.Display()}.");
            return;
        }

        int first = attribute.Argument(0) as int? ?? -1;
        switch (name)
        {
            case "MinLength" when first >= 0:
                Add($"{length} < {first}", "a string or array type with a minimum length of '{1}'.", first);
                break;
            case "MaxLength" when first == -1:
                break; // Without a number it is a hint for databases: any length.
            case "MaxLength" when first > 0:
                Add($"{length} > {first}", "a string or array type with a maximum length of '{1}'.", first);
                break;
            case "Length" when attribute.Argument(1) is int most && first >= 0 && most >= first:
                Add(
                    $"{length} < {first} || {length} > {most}",
                    "a string or collection type with a minimum length of '{1}' and maximum length of '{2}'.",
                    first,
                    most);
                break;
            default:
                member.Omit(name, "has limits that no value can keep to. Correct them.");
                break;
        }

        void Add(string test, string format, params int[] limits)
        {
            var message = TextModel.Format(
                attribute,
                "The field {0} must be " + format,
                [member.DisplayName, .. limits.Select(static limit => TextModel.Of(limit))]);
            member.AddForValue(test, name, message);
        }
    }

    private static string? LengthOf(MemberBuilder member)
    {
        var type = member.ValueType;
        if (member.IsText || type is IArrayTypeSymbol)
        {
            return $"{member.Value}.Length";
        }

        if (type is INamedTypeSymbol { Name: "ImmutableArray", Arity: 1 } && AnnotationNames.IsFramework(type))
        {
            return $"({member.Value}.IsDefault ? 0 : {member.Value}.Length)";
        }

        if (HasCount(type) || type.AllInterfaces.Any(HasCount))
        {
            return $"{member.Value}.Count";
        }

        return IsSequence(type) || type.AllInterfaces.Any(IsSequence)
            ? $"System.Linq.Enumerable.Count({member.Value})"
            : null;
    }

    /// <summary>Whether <c>Count</c> is a property that code may call on a value of the type.</summary>
    private static bool HasCount(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers("Count").Any(static member => member is IPropertySymbol
                {
                    IsStatic: false,
                    DeclaredAccessibility: Accessibility.Public,
                    Type.SpecialType: SpecialType.System_Int32,
                }))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSequence(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;
}
