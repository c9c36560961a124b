namespace CqrsGen.Generators.Tests.Validation;

/// <summary>Attributes on a property, and values that both validators must judge and word alike.</summary>
internal static class OracleCases
{
    private const string Texts =
        """
        null, "", " ", "a", "ab", "abc", "abcdefghij", "abcdefghijk", "12", " 12 ", "-3", "99999999999", "1e2", "ä€"
        """;

    private const string Addresses =
        """
        null, "", "a@b", "@b", "a@", "a@b@c", "a b@c", "a@b\n",
        "http://", "https://x.y", "ftp://a", "HTTP://A", "x://y",
        "httpx", "mailto:a@b"
        """;

    private const string Numbers = "int.MinValue, -1, 0, 1, 2, 5, 9, 10, 11, int.MaxValue";

    private const string Fractions = "-0.5, 0.49, 0.5, 0.51, 1.0, 1.5, 9.99, 10, 10.49, 10.5, 10.51, 11";

    /// <summary>Attribute, type of the property, values.</summary>
    public static IReadOnlyList<(string Attribute, string Type, string Values)> All { get; } =
    [
        ("[Required]", "string?", Texts),
        ("[Required(AllowEmptyStrings = true)]", "string?", Texts),
        ("[Required(ErrorMessage = \"{0} bitte!\")]", "string?", Texts),
        ("[Required]", "int?", "null, 0, 1"),
        ("[Required]", "int", "0, 1"),
        ("[Required]", "object?", "null, 1, \"\", \"x\""),
        ("[Required]", "List<int>?", "null, new()"),
        ("[Required, StringLength(2)]", "string?", Texts),
        ("[StringLength(10)]", "string?", Texts),
        ("[StringLength(10, MinimumLength = 2)]", "string?", Texts),
        ("[StringLength(10, MinimumLength = 2, ErrorMessage = \"{0}: {2} to {1}, {{braces}}\")]", "string?", Texts),
        ("[StringLength(0)]", "string?", Texts),
        ("[MinLength(2)]", "string?", Texts),
        ("[MaxLength(2)]", "string?", Texts),
        ("[MaxLength]", "string?", Texts),
        ("[Length(2, 3)]", "string?", Texts),
        ("[MinLength(2)]", "int[]?", "null, new int[0], new[] { 1 }, new[] { 1, 2 }"),
        ("[MaxLength(1)]", "List<int>?", "null, new() { 1 }, new() { 1, 2 }"),
        ("[Length(1, 1)]", "IReadOnlyList<int>?", "null, new int[0], new[] { 1 }, new[] { 1, 2 }"),
        ("[MinLength(1)]", "Dictionary<string, int>?", "null, new(), new() { [\"a\"] = 1 }"),
        ("[MinLength(1)]", "IEnumerable<int>?", "null, new int[0], new[] { 1 }"),
        ("[Range(1, 10)]", "int", Numbers),
        ("[Range(1, 10)]", "int?", "null, " + Numbers),
        ("[Range(-5, 300)]", "byte", "0, 1, 255"),
        ("[Range(1, 10)]", "byte", "0, 1, 10, 11"),
        ("[Range(1, 10)]", "short?", "null, -1, 1, 10, 11"),
        ("[Range(-5, 10)]", "uint", "0, 10, 11"),
        ("[Range(1, 10)]", "long", "-1, 0, 1, 10, 11"),
        ("[Range(-1, 10)]", "ulong", "0, 1, 10, 11"),
        ("[Range(1, 10)]", "decimal", "-0.5m, 0.49m, 0.5m, 0.51m, 1m, 9.99m, 10.5m, 10.51m, 11.5m"),
        ("[Range(1, 10)]", "double", Fractions),
        ("[Range(1, 10)]", "float?", "null, 0.5f, 0.51f, 10.5f, 10.51f"),
        ("[Range(1, 10)]", "string?", "null, \"\", \"a\", \"1\", \" 2 \", \"10\", \"11\", \"1.5\", \"-1\""),
        ("[Range(1, 10)]", "DayOfWeek", "DayOfWeek.Sunday, DayOfWeek.Monday, (DayOfWeek)11"),
        ("[Range(1, 10, MinimumIsExclusive = true)]", "int", Numbers),
        ("[Range(1, 10, MaximumIsExclusive = true)]", "int", Numbers),
        ("[Range(1, 10, MinimumIsExclusive = true, MaximumIsExclusive = true)]", "int", Numbers),
        ("[Range(1, 10, ErrorMessage = \"{0} in [{1:000}, {2}]\")]", "int", Numbers),
        ("[Range(0.5, 10.25)]", "double", Fractions + ", double.NaN, double.PositiveInfinity"),
        ("[Range(0, double.MaxValue)]", "double", "-1.0, 0, double.MaxValue, double.PositiveInfinity"),
        ("[Range(0.5, 10.25)]", "decimal?", "null, 0.49m, 0.5m, 10.25m, 10.26m"),
        ("[Range(0.5, 10.25)]", "int", Numbers),
        ("[Range(0.5, 10.25)]", "string?", "null, \"\", \"0.4\", \"0.5\", \"1e1\", \"x\", \"10.26\""),
        ("[Range(typeof(decimal), \"0.10\", \"9.5\")]", "decimal", "0.09m, 0.1m, 9.5m, 9.51m"),
        ("[Range(typeof(decimal), \"0\", \"79228162514264337593543950335\")]", "decimal", "-1m, 0m, decimal.MaxValue"),
        ("[Range(typeof(long), \"-5\", \"9999999999\")]", "long?", "null, -6, -5, 9999999999, 10000000000"),
        ("[Range(typeof(byte), \"5\", \"9\")]", "byte", "4, 5, 9, 10"),
        ("[Range(typeof(double), \"0.5\", \"1.5\")]", "double", "0.4, 0.5, 1.5, 1.6"),
        ("[Range(typeof(DateTime), \"2024-01-01\", \"2024-12-31\")]", "DateTime",
            "new(2023, 12, 31), new(2024, 1, 1), new(2024, 12, 31), new(2024, 12, 31, 1, 0, 0)"),
        ("[Range(typeof(TimeSpan), \"00:00:01\", \"01:00:00\")]", "TimeSpan",
            "TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), TimeSpan.FromHours(2)"),
        ("[Range(typeof(DateOnly), \"2024-01-01\", \"2024-12-31\")]", "DateOnly",
            "new(2023, 12, 31), new(2024, 1, 1), new(2024, 12, 31), new(2025, 1, 1)"),
        ("[Range(typeof(TimeOnly), \"08:00\", \"17:30\")]", "TimeOnly?",
            "null, new(7, 59), new(8, 0), new(17, 30), new(17, 31)"),
        ("[RegularExpression(\"[a-c]+\")]", "string?", Texts),
        ("[RegularExpression(\"a|ab\")]", "string?", Texts),
        ("[RegularExpression(@\"^\\d+$\")]", "string?", Texts + ", \"1\\n\""),
        ("[RegularExpression(\"a\\\"{1}\", ErrorMessage = \"{0} as {1}\")]", "string?", Texts),
        ("[RegularExpression(\"1.*\", MatchTimeoutInMilliseconds = -1)]", "int", Numbers),
        ("[EmailAddress]", "string?", Addresses),
        ("[Url]", "string?", Addresses),
        ("[Phone]", "string?",
            """
            null, "", "1", "a",
            "+1 (425) 555-0123", "425.555.0123 ext. 12", "425 x12", "425 ext", "425 ext a", "1 ext 2 x 3",
            "+", "x12", "٣٤", "1  ", "1-2.3(4)5+", "EXT.5", "5 EXT. 7 "
            """),
        ("[CreditCard]", "string?",
            """null, "", "0", "4111 1111 1111 1111", "4111-1111-1111-1112", "4111x", "18", "26", "79927398713" """),
        ("[Base64String]", "string?", """null, "", "AAAA", "AAA", "AA==", "AAA=", "A A A A", "ä" """),
        ("[AllowedValues(\"a\", \"ab\")]", "string?", Texts),
        ("[AllowedValues(\"a\", null)]", "string?", Texts),
        ("[AllowedValues(1, 2)]", "int", Numbers),
        ("[AllowedValues(1, 2)]", "int?", "null, " + Numbers),
        ("[AllowedValues(1L, 2)]", "long", "1, 2"),
        ("[AllowedValues(DayOfWeek.Monday, (DayOfWeek)9)]", "DayOfWeek",
            "DayOfWeek.Monday, DayOfWeek.Friday, (DayOfWeek)9"),
        ("[AllowedValues(1, \"a\")]", "object?", "null, 1, 1L, \"a\""),
        ("[AllowedValues(1.5, double.NaN)]", "double", "1.5, 2, double.NaN"),
        ("[DeniedValues(\"a\", null)]", "string?", Texts),
        ("[DeniedValues(1, 10)]", "int?", "null, " + Numbers),
        ("[EnumDataType(typeof(DayOfWeek))]", "DayOfWeek", "DayOfWeek.Sunday, (DayOfWeek)7, (DayOfWeek)(-1)"),
        ("[EnumDataType(typeof(DayOfWeek))]", "DayOfWeek?", "null, DayOfWeek.Sunday, (DayOfWeek)7"),
        ("[EnumDataType(typeof(DayOfWeek))]", "string?", "null, \"\", \"Monday\", \"monday\", \"1\", \"9\", \"x\""),
        ("[EnumDataType(typeof(DayOfWeek))]", "int", "-1, 0, 6, 7"),
        ("[EnumDataType(typeof(Access))]", "Access",
            "0, (Access)1, (Access)3, (Access)7, (Access)8, (Access)9, (Access)(-1)"),
        ("[EnumDataType(typeof(Signed))]", "Signed", "0, (Signed)1, (Signed)(-1), (Signed)(-128), (Signed)2"),
        ("[EnumDataType(typeof(Empty))]", "Empty", "default(Empty)"),
        ("[Display(Name = \"Order \\\"number\\\"\"), Required]", "string?", Texts),
        ("[DataType(DataType.Password)]", "string?", Texts),
        ("[Compare(nameof(Other))]", "string?", "null, \"other\", \"x\""),
        ("[Compare(\"Number\"), Range(1, 3)]", "int", "1, 2, 5"),
        ("[Compare(\"Number\")]", "int?", "null, 2"),
        ("[Even]", "int", Numbers),
        ("[Even(ErrorMessage = \"{0} is odd\"), Range(2, 9)]", "int?", "null, " + Numbers),
        ("[NotLater(3)]", "int", Numbers),
        ("[CustomValidation(typeof(Rules), nameof(Rules.Small))]", "int", Numbers),
        ("[FileExtensions(Extensions = \"png\")]", "string?", "null, \"a.png\", \"a.gif\""),
        ("[Url]", "Uri?", "null, new Uri(\"http://a\"), new Uri(\"x://a\")"),
        ("[StringLength(2)]", "object?", "null, \"ab\", \"abc\""),
        ("[StrictRequired]", "string?", Texts),
    ];

    /// <summary>One command for each case, each with a method that makes it with all values.</summary>
    public static string Source { get; } =
        $$"""
        namespace Shop;

        [Flags] public enum Access { Read = 1, Write = 2, Both = 3, Admin = 8 }
        [Flags] public enum Signed : sbyte { None = 0, One = 1, High = -128 }
        public enum Empty;

        public sealed class EvenAttribute : ValidationAttribute
        {
            public override bool IsValid(object? value) => value is null or int and (0 or 2 or 10);
        }

        public static class Rules
        {
            public static ValidationResult? Small(int value) =>
                value < 5 ? ValidationResult.Success : new("big", ["P"]);
        }

        public sealed class NotLaterAttribute(int limit) : ValidationAttribute
        {
            protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
                value is int number && number > limit
                    ? new($"{context.DisplayName}/{context.MemberName} later than {limit}", [context.MemberName!])
                    : ValidationResult.Success;
        }

        public sealed class StrictRequiredAttribute : RequiredAttribute
        {
            public override bool IsValid(object? value) => value is "abc";
        }

        {{string.Join("\n", All.Select(static (one, index) => $$"""
            [Command]
            public sealed class C{{index}} : ICommand
            {
                {{one.Attribute}} public {{one.Type}} P { get; init; }
                public string Other => "other";
                public int Number => 2;
            }
            """))}}

        public static class Make
        {
            {{string.Join("\n    ", All.Select(static (one, index) =>
                $"public static object[] C{index}() => " +
                $"Array.ConvertAll(new {one.Type}[] {{ {one.Values} }}, p => (object)new C{index} {{ P = p }});"))}}
        }
        """;
}
