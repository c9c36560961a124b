namespace CqrsGen.Generators.Tests.Validation;

/// <summary>Rules that are about a whole object, and texts that come from resources.</summary>
public sealed class ObjectRuleTests
{
    internal const string Source =
        """
        namespace Shop;

        [AttributeUsage(AttributeTargets.Class)]
        public sealed class OrderedAttribute : ValidationAttribute
        {
            public override bool IsValid(object? value) => value is Book { From: var from, To: var to } && from <= to;
        }

        [Command, Ordered(ErrorMessage = "{0} ends before it begins")]
        public sealed class Book : ICommand, IValidatableObject
        {
            [Range(1, 31)] public int From { get; init; }
            [Range(1, 31)] public int To { get; init; }
            [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = "Missing")]
            [Display(ResourceType = typeof(Texts), Name = nameof(Texts.Guest))]
            public string? Name { get; init; }

            public IEnumerable<ValidationResult> Validate(ValidationContext context)
            {
                if (To - From > 7)
                {
                    yield return new ValidationResult("too long", ["From", "To"]);
                }

                if (From == 13)
                {
                    yield return new ValidationResult("unlucky");
                }
            }
        }

        public static class Texts
        {
            public static string Missing => "{0} fehlt";
            public static string Guest => "Gast";
        }

        public static class Make
        {
            public static object[] All() =>
            [
                new Book { From = 1, To = 2, Name = "a" }, new Book { From = 0, To = 9, Name = "a" },
                new Book { From = 3, To = 2, Name = "a" }, new Book { From = 13, To = 30, Name = "a" },
                new Book { From = 2, To = 1 },
            ];
        }
        """;

    [Fact]
    public void ObjectsAreAskedWhenTheirMembersAreValid()
    {
        using var program = ValidationProgram.Load(Source);
        object[] messages = (object[])program.Make("All");
        foreach (object message in messages)
        {
            program.Errors(message).Order().ShouldBe(ValidationProgram.Oracle(message).Order());
        }

        program.Errors(messages[2]).ShouldBe([": Book ends before it begins"]);
        program.Errors(messages[3]).ShouldBe(["From: too long", "To: too long", ": unlucky"]);
        program.Errors(messages[4]).ShouldBe(["Name: Gast fehlt"]);
    }

    [Fact]
    public void GeneratedRulesOfObjectsStandAfterThoseOfMembers() =>
        ValidationProgram.Generate(Source).ShouldMatchSnapshot();

    [Fact]
    public void NamesThatAreKeywordsOrTakenAreNoProblem()
    {
        using var program = ValidationProgram.Load(
            """
            namespace Shop;

            [Command]
            public sealed record Do(
                [Required] string? @event, [Required] string? Event, [Range(1, 2)] int? value,
                [StringLength(1)] string? Errors, [Required] object? Text, [Range(1, 2)] string? Straße,
                List<Part>? index) : ICommand;
            public sealed record Part(
                [MinLength(1)] string? since, [Range(1, 2)] int? sinceValue, [Range(1, 2)] int? Since);
            public static class Make
            {
                public static Do Invalid() => new("", " ", 3, "ab", "", "9", [new("", 0, 0)]);
            }
            """);
        program.Failures(program.Make("Invalid")).Select(static failure => failure.Member).ShouldBe(
        [
            "event", "Event", "value", "Errors", "Text", "Straße",
            "index[0].since", "index[0].sinceValue", "index[0].Since",
        ]);
    }

    [Fact]
    public void TypesThatDifferOnlyInCaseOrOnlyInNamespaceHaveFilesOfTheirOwn() =>
        ValidationProgram.Generate(
            """
            namespace Shop
            {
                [Command] public sealed record Go([Required] string Where) : ICommand;
                [Command] public sealed record GO([Required] string Where) : ICommand;
                [Command] public sealed record Shop_Go([Required] string Where) : ICommand;
            }

            namespace Other
            {
                [Command] public sealed record Go([Required] string Where, Shop.Go Then) : ICommand;
            }
            """)
            .ShouldCompileWithoutWarnings()
            .Files.Count().ShouldBe(4);

    [Theory]
    [InlineData("[Required] private string? Secret { get; init; }", "Secret has validation attributes")]
    [InlineData("[Range(typeof(decimal), \"1\", \"2\")] public int N { get; init; }", "N with [Range] cannot judge")]
    [InlineData("[Range(typeof(decimal), \"x\", \"2\")] public decimal N { get; init; }", "N with [Range]")]
    [InlineData("[Range(5, 1)] public int N { get; init; }", "N with [Range]")]
    [InlineData("[StringLength(2)] public int N { get; init; }", "N with [StringLength] is about texts")]
    [InlineData("[StringLength(2, MinimumLength = 3)] public string? N { get; init; }", "N with [StringLength] needs")]
    [InlineData("[MinLength(2)] public int N { get; init; }", "N with [MinLength] is about texts and collections")]
    [InlineData("[MaxLength(0)] public string? N { get; init; }", "N with [MaxLength] has limits")]
    [InlineData("[RegularExpression(\"(\")] public string? N { get; init; }", "N with [RegularExpression]")]
    [InlineData("[Compare(\"M\")] public string? N { get; init; }", "N with [Compare] names 'M'")]
    [InlineData("[AllowedValues(1L)] public int N { get; init; }", "N with [AllowedValues] names no value of type int")]
    [InlineData("[EnumDataType(typeof(int))] public int N { get; init; }", "N with [EnumDataType] names no enum")]
    [InlineData("[EnumDataType(typeof(DayOfWeek))] public double N { get; init; }", "N with [EnumDataType]")]
    [InlineData("[Required(ErrorMessage = \"{9}\")] public string? N { get; init; }", "N with [Required] has an error")]
    [InlineData("[Reflecting] public int N { get; init; }", "N with [Reflecting] needs reflection")]
    [InlineData("[Own] public int N { get; init; } class OwnAttribute : ValidationAttribute;", "N with [Own] cannot")]
    public void WhatCannotBeGeneratedIsSaid(string member, string why) =>
        ValidationProgram.Generate($$"""
            namespace Shop;
            [Command] public sealed class C : ICommand { {{member}} }

            [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("reflects")]
            public sealed class ReflectingAttribute : ValidationAttribute;
            """)
            .File("Omissions").ShouldContain($"#error CQG3003 Shop.C.{why}");
}
