using System.Text.RegularExpressions;
using CqrsGen.Generators.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>Turns a validation attribute of a member into a rule.</summary>
/// <remarks>
/// Each rule decides as the attribute's own <c>IsValid</c> does, and says what it says. What differs is named in the
/// guide: numbers in messages are written in the invariant culture, and a number too large for the type of a range is
/// out of range instead of an exception.
/// </remarks>
internal static class RuleParser
{
    public static void Parse(AttributeData attribute, MemberBuilder member)
    {
        var type = attribute.AttributeClass!;
        try
        {
            if (!AnnotationNames.IsAnnotation(type) || !TryParseKnown(attribute, type.Name, member))
            {
                CustomRuleParser.Parse(attribute, member);
            }
        }
        catch (FormatException)
        {
            member.Omit(NameOf(type), "has an error message that string.Format cannot read. Correct its placeholders.");
        }
    }

    public static string NameOf(INamedTypeSymbol attribute) =>
        attribute.Name.EndsWith("Attribute", StringComparison.Ordinal)
            ? attribute.Name.Substring(0, attribute.Name.Length - "Attribute".Length)
            : attribute.Name;

    private static bool TryParseKnown(AttributeData attribute, string name, MemberBuilder member)
    {
        switch (name)
        {
            case "RequiredAttribute":
                Required(attribute, member);
                return true;
            case "StringLengthAttribute" when member.IsText:
                StringLength(attribute, member);
                return true;
            case "MinLengthAttribute" or "MaxLengthAttribute" or "LengthAttribute":
                LengthRuleParser.Parse(attribute, member);
                return true;
            case "RangeAttribute":
                RangeRuleParser.Parse(attribute, member);
                return true;
            case "RegularExpressionAttribute" when !member.IsObject:
                RegularExpression(attribute, member);
                return true;
            case "EmailAddressAttribute" or "UrlAttribute" or "PhoneAttribute" or "CreditCardAttribute"
                or "Base64StringAttribute" when member.IsText:
                Text(attribute, member);
                return true;
            case "CompareAttribute":
                Compare(attribute, member);
                return true;
            case "AllowedValuesAttribute":
                ValuesRuleParser.ParseAllowed(attribute, member);
                return true;
            case "DeniedValuesAttribute":
                ValuesRuleParser.ParseDenied(attribute, member);
                return true;
            case "EnumDataTypeAttribute":
                EnumRuleParser.Parse(attribute, member);
                return true;
            case "DataTypeAttribute":
                return true; // It only describes; it accepts every value.
            case "StringLengthAttribute" or "EmailAddressAttribute" or "PhoneAttribute" or "CreditCardAttribute"
                or "Base64StringAttribute" when !member.IsObject:
                member.Omit(
                    NameOf(attribute.AttributeClass!),
                    $"is about texts, but the member is {member.ValueType.Display()}.");
                return true;
            default:
                return false;
        }
    }

    private static void Required(AttributeData attribute, MemberBuilder member)
    {
        var message = TextModel.Format(attribute, "The {0} field is required.", member.DisplayName);
        bool allowsEmpty = attribute.Named<bool>("AllowEmptyStrings");
        if (member.IsText)
        {
            string test = allowsEmpty ? $"{member.Local} is null" : $"string.IsNullOrWhiteSpace({member.Local})";
            member.Require(test, "Required", message);
        }
        else if (member.IsObject && !allowsEmpty)
        {
            string test = $"{member.Local} is null || " +
                $"({member.Local} is string text && string.IsNullOrWhiteSpace(text))";
            member.Require(test, "Required", message);
        }
        else if (member.CanBeNull)
        {
            member.Require($"{member.Local} is null", "Required", message);
        }
    }

    private static void StringLength(AttributeData attribute, MemberBuilder member)
    {
        int most = attribute.Argument(0) as int? ?? -1;
        int least = attribute.Named<int>("MinimumLength");
        if (most < 0 || most < least)
        {
            member.Omit("StringLength", "needs a maximum that is neither negative nor below the minimum.");
            return;
        }

        string format = least == 0
            ? "The field {0} must be a string with a maximum length of {1}."
            : "The field {0} must be a string with a minimum length of {2} and a maximum length of {1}.";
        var message = TextModel.Format(
            attribute, format, member.DisplayName, TextModel.Of(most), TextModel.Of(least));
        string test = least <= 0
            ? $"{member.Value}.Length > {most}"
            : $"{member.Value}.Length < {least} || {member.Value}.Length > {most}";
        member.AddForValue(test, "StringLength", message);
    }

    private static void Text(AttributeData attribute, MemberBuilder member)
    {
        string name = NameOf(attribute.AttributeClass!);
        string format = name switch
        {
            "EmailAddress" => "The {0} field is not a valid e-mail address.",
            "Url" => "The {0} field is not a valid fully-qualified http, https, or ftp URL.",
            "Phone" => "The {0} field is not a valid phone number.",
            "CreditCard" => "The {0} field is not a valid credit card number.",
            _ => "The {0} field is not a valid Base64 encoding.",
        };
        string check = name == "Base64String" ? "IsBase64" : "Is" + name;
        member.AddForValue(
            $"!ValidationChecks.{check}({member.Value})",
            name,
            TextModel.Format(attribute, format, member.DisplayName));
    }

    private static void RegularExpression(AttributeData attribute, MemberBuilder member)
    {
        if (attribute.Argument(0) is not string { Length: > 0 } pattern || !IsPattern(pattern))
        {
            member.Omit("RegularExpression", "has no valid pattern.");
            return;
        }

        int timeout = attribute.Named("MatchTimeoutInMilliseconds", 2000);
        string limit = timeout == -1
            ? "Timeout.InfiniteTimeSpan"
            : $"System.TimeSpan.FromMilliseconds({timeout})";
        string field = member.Field(
            "Regex", "Pattern", $"new({Names.Literal(pattern)}, RegexOptions.None, {limit})");
        string text = member.IsText
            ? member.Value
            : $"System.Convert.ToString({member.Value}, System.Globalization.CultureInfo.CurrentCulture) ?? \"\"";
        var message = TextModel.Format(
            attribute,
            "The field {0} must match the regular expression '{1}'.",
            member.DisplayName,
            TextModel.Of(pattern));
        member.AddForValue($"!ValidationChecks.IsMatch({field}, {text})", "RegularExpression", message);
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Compare(AttributeData attribute, MemberBuilder member)
    {
        var other = attribute.Argument(0) is string name ? FindProperty(member, name) : null;
        if (other is null)
        {
            member.Omit("Compare", $"names '{attribute.Argument(0)}', which is no readable property of the type.");
            return;
        }

        string type = member.DeclaredType.Code();
        bool isSame = SymbolEqualityComparer.Default.Equals(member.DeclaredType, other.Type);
        string value = $"value.{Names.Escape(other.Name)}";
        string test = !isSame ? $"!object.Equals({member.Local}, {value})"
            : member.IsText ? $"{member.Local} != {value}"
            : $"!System.Collections.Generic.EqualityComparer<{type}>.Default.Equals({member.Local}, {value})";
        var message = TextModel.Format(
            attribute,
            "'{0}' and '{1}' do not match.",
            member.DisplayName,
            TextModel.DisplayNameOf(other.Name, MemberAttributes.Of(other)));
        member.Add(test, "Compare", message);
    }

    private static IPropertySymbol? FindProperty(MemberBuilder member, string name)
    {
        for (var current = member.Owner; current is not null; current = current.BaseType)
        {
            foreach (var candidate in current.GetMembers(name))
            {
                if (candidate is IPropertySymbol { IsStatic: false, GetMethod: { } getter } property
                    && member.CanName(getter))
                {
                    return property;
                }
            }
        }

        return null;
    }
}
