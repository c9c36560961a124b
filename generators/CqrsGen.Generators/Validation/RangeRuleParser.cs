using System.Globalization;
using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>
/// <c>[Range]</c>: limits of int or double, converted as the attribute does, or of the member's own type.
/// </summary>
internal static class RangeRuleParser
{
    public static void Parse(AttributeData attribute, MemberBuilder member)
    {
        object? first = attribute.Argument(0);
        object? second = attribute.Argument(1);
        var range = (first, second) switch
        {
            (int least, int most) => least <= most ? OfInt(member, least, most) : null,
            (double least, double most) => least <= most ? OfDouble(member) : null,
            (ITypeSymbol type, string) when SymbolEqualityComparer.Default.Equals(type, member.ValueType)
                && attribute.Argument(2) is string => OfType(member, attribute),
            _ => null,
        };
        if (range is not { } found)
        {
            member.Omit(
                "Range",
                $"cannot judge a value of type {member.ValueType.Display()} by these limits. Give ordered limits of " +
                "its own type: [Range(typeof(decimal), \"0\", \"9.5\")], or write an IValidator<T>.");
            return;
        }

        var limits = found.Limits ?? (TextModel.Of(first!), TextModel.Of(second!));
        bool excludesLeast = attribute.Named<bool>("MinimumIsExclusive");
        bool excludesMost = attribute.Named<bool>("MaximumIsExclusive");
        var message = TextModel.Format(
            attribute, Format(excludesLeast, excludesMost), member.DisplayName, limits.Item1, limits.Item2);
        string from = excludesLeast ? ">" : ">=";
        string to = excludesMost ? "<" : "<=";
        string inside = $"{found.Value} {from} {limits.Item1.Code} && {found.Value} {to} {limits.Item2.Code}";
        string outside = $"{found.Value} {Opposite(from)} {limits.Item1.Code} || " +
            $"{found.Value} {Opposite(to)} {limits.Item2.Code}";

        // NaN compares with nothing, so it is not outside; but it is not inside either.
        bool mayBeNaN = Underlying(member.ValueType).SpecialType
            is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_String;
        string test = mayBeNaN ? $"{found.Guard}!({found.Convert}{inside})" : outside;
        member.AddForValue(test, "Range", message);
    }

    private static string Opposite(string comparison) => comparison switch
    {
        ">" => "<=",
        ">=" => "<",
        "<" => ">=",
        _ => ">",
    };

    private static string Format(bool excludesLeast, bool excludesMost) =>
        "The field {0} must be between {1}" + (excludesLeast ? " exclusive" : "") + " and {2}" +
        (excludesMost ? " exclusive." : ".");

    /// <summary>As <c>Convert.ToInt32</c>: texts are parsed, fractions rounded, halves to the even number.</summary>
    private static Range? OfInt(MemberBuilder member, int least, int most)
    {
        var type = Underlying(member.ValueType);
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return Parsed(member, "int", "System.Globalization.NumberStyles.Integer");
            case SpecialType.System_Decimal or SpecialType.System_Double:
                return new Range($"System.Math.Round({member.Value})");
            case SpecialType.System_Single:
                return new Range($"System.Math.Round((double){member.Value})");
            case SpecialType.System_UInt64:
                return new Range($"(decimal){Cast(member, "ulong")}");
            case SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16
                or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_Int64:
                // As long: a constant beyond the type's own range would be a warning in the user's build.
                return new Range($"(long){member.Value}", Limits: (AsLong(least), AsLong(most)));
            case SpecialType.System_Int32:
                return new Range(Cast(member, "int"));
            default:
                return null;
        }

        static TextModel AsLong(int limit) => new(limit, ConstantText.Code((long)limit));
    }

    private static Range? OfDouble(MemberBuilder member)
    {
        var type = Underlying(member.ValueType);
        return type.SpecialType switch
        {
            SpecialType.System_String => Parsed(
                member,
                "double",
                "System.Globalization.NumberStyles.Float | System.Globalization.NumberStyles.AllowThousands"),
            SpecialType.System_Double => new Range(member.Value),
            >= SpecialType.System_SByte and <= SpecialType.System_Single => new Range($"(double){member.Value}"),
            _ => null,
        };
    }

    private static Range? OfType(MemberBuilder member, AttributeData attribute)
    {
        string least = (string)attribute.Argument(1)!;
        string most = (string)attribute.Argument(2)!;
        switch (member.ValueType.SpecialType)
        {
            case >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_Decimal:
                return Number(least) is { } from && Number(most) is { } to && from <= to
                    ? Typed(Convert(from, member), Convert(to, member))
                    : null;
            case SpecialType.System_Double or SpecialType.System_Single:
                return Real(least) is { } low && Real(most) is { } high && low <= high
                    ? Typed(Convert(low, member), Convert(high, member))
                    : null;
            case SpecialType.System_DateTime:
                return OfParsed("System.DateTime");
            default:
                return member.ValueType.ToDisplayString() is "System.DateTimeOffset" or "System.TimeSpan"
                    or "System.DateOnly" or "System.TimeOnly"
                    ? OfParsed(member.ValueType.ToDisplayString())
                    : null;
        }

        Range? Typed(object? from, object? to) =>
            from is null || to is null ? null : new Range(member.Value, Limits: (TextModel.Of(from), TextModel.Of(to)));

        Range? OfParsed(string type) =>
            IsDate(type, least) && IsDate(type, most)
                ? new Range(member.Value, Limits: (Limit(type, "Least", least), Limit(type, "Most", most)))
                : null;

        TextModel Limit(string type, string purpose, string text) => new(
            Shown(type, text),
            member.Field(
                type,
                purpose,
                $"{type}.Parse({ConstantText.Code(text)}, System.Globalization.CultureInfo.InvariantCulture)"));
    }

    private static Range Parsed(MemberBuilder member, string type, string styles)
    {
        string number = member.Variable("Number");
        return new Range(
            number,
            Guard: $"{member.Value}.Length > 0 && ",
            Convert: $"{type}.TryParse({member.Value}, {styles}, " +
                $"System.Globalization.CultureInfo.InvariantCulture, out var {number}) && ");
    }

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : type;

    private static string Cast(MemberBuilder member, string type) =>
        member.ValueType.TypeKind == TypeKind.Enum ? $"({type}){member.Value}" : member.Value;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static double? Real(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static object? Convert(IConvertible number, MemberBuilder member)
    {
        try
        {
            return System.Convert.ChangeType(
                number,
                (TypeCode)System.Enum.Parse(typeof(TypeCode), member.ValueType.Name),
                CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // The two that netstandard does not know are written in a subset of the texts of a date with a time.
    private static bool IsDate(string type, string text) => type == "System.TimeSpan"
        ? TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The limit as messages show it.</summary>
    private static object Shown(string type, string text) => type switch
    {
        "System.TimeSpan" => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
        "System.DateTimeOffset" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
        "System.DateOnly" => Date(text).ToString("d", CultureInfo.InvariantCulture),
        "System.TimeOnly" => Date(text).ToString("t", CultureInfo.InvariantCulture),
        _ => Date(text),
    };

    private static DateTime Date(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    /// <param name="Value">What is compared.</param>
    /// <param name="Guard">When the limits do not matter.</param>
    /// <param name="Convert">What must succeed first.</param>
    /// <param name="Limits">The limits, where they are not the attribute's first two arguments.</param>
    private readonly record struct Range(
        string Value, string Guard = "", string Convert = "", (TextModel, TextModel)? Limits = null);
}
