namespace CqrsGen.Generators.Tests.Validation;

public sealed class NormalizationTests
{
    internal const string Source =
        """
        using System.Collections.Immutable;
        namespace Shop;

        [Command]
        public sealed record Register(
            [Trim, Lowercase, EmailAddress] string Email,
            [Trim, EmptyToNull] string? Note,
            [property: Uppercase] string? Code,
            Address Home,
            Address? Work,
            Tag Tag,
            Tag? OtherTag,
            List<Address> Others,
            Address[]? Array,
            ImmutableArray<Address> Immutable,
            int Untouched) : ICommand;

        public sealed record Address([Trim] string City, string Street);

        public readonly record struct Tag([property: Lowercase] string? Name);

        public static class Make
        {
            public static Register Untidy() => new(
                " Ada@X.Y ", "  ", "ab", new(" Bonn", " Str "), new("Ulm", ""), new("A"), new("B"),
                [new("x", ""), new(" y", "")], [new(" z ", "")], [new(" i", "")], 3);

            public static Register Tidy() => new(
                "a@b", null, null, new("Bonn", ""), null, new("a"), null, [new("x", "")], null, default, 3);

            public static Register Nulls() =>
                new(null!, null, null, null!, null, default, null, null!, null, default, 3);
        }
        """;

    [Fact]
    public void AnUntidyMessageGetsATidyCopy()
    {
        using var program = ValidationProgram.Load(Source);
        program.Normalize(program.Make("Untidy")).ToString().ShouldBe(
            "Register { Email = ada@x.y, Note = , Code = AB, Home = Address { City = Bonn, Street =  Str  }, " +
            "Work = Address { City = Ulm, Street =  }, Tag = Tag { Name = a }, OtherTag = Tag { Name = b }, " +
            "Others = System.Collections.Generic.List`1[Shop.Address], Array = Shop.Address[], " +
            "Immutable = System.Collections.Immutable.ImmutableArray`1[Shop.Address], Untouched = 3 }");
    }

    [Theory]
    [InlineData("Tidy")]
    [InlineData("Nulls")]
    public void AMessageThatIsTidyStaysTheSameObject(string method)
    {
        using var program = ValidationProgram.Load(Source);
        object message = program.Make(method);
        program.Normalize(message).ShouldBeSameAs(message);
    }

    [Fact]
    public void GeneratedCopiesChangeOnlyWhatTheyMust() => ValidationProgram.Generate(Source).ShouldMatchSnapshot();

    [Theory]
    [InlineData("public sealed class C : ICommand { [Trim] public string? N { get; set; } }", "is in a class")]
    [InlineData("public sealed record C([Trim] int N) : ICommand;", "is about texts")]
    [InlineData("public sealed record C : ICommand { [Trim] public string? N { get; } }", "cannot be set in a copy")]
    [InlineData("public sealed record C([EmptyToNull] string N) : ICommand;", "would put null into a text")]
    public void WhatCannotBeNormalisedIsSaid(string command, string why) =>
        ValidationProgram.Generate($"namespace Shop; [Command] {command}").File("Omissions")
            .ShouldContain(why);

    [Theory]
    [InlineData("Dictionary<string, Part>")]
    [InlineData("HashSet<Part>")]
    [InlineData("List<List<Part>>")]
    public void CollectionsThatCannotBeBuiltAnewAreSaid(string type) =>
        ValidationProgram.Generate($$"""
            namespace Shop;
            [Command] public sealed record C({{type}} N) : ICommand;
            public sealed record Part([Trim] string S);
            """)
            .File("Omissions").ShouldContain("cannot be built anew");
}
