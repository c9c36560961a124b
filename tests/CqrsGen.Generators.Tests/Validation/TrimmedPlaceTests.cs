using System.Text.RegularExpressions;

namespace CqrsGen.Generators.Tests.Validation;

/// <summary>
/// Attributes whose own code reflects, and which therefore warn of IL2026. That the warnings are gone, in the compiler
/// and in the native one, is checked by tests/AotApp.
/// </summary>
public sealed partial class TrimmedPlaceTests
{
    [Theory]
    [InlineData(
        "record Pack([MinLength(2)] string Name, int[] Few) : ICommand<int>",
        "member M:Shop.Pack.#ctor(System.String,System.Int32[])")]
    [InlineData("record Pack([Range(1, 2)] int Some, [StringLength(3)] string Name) : ICommand<int>", "")]
    [InlineData(
        "record Pack([Range(typeof(decimal), \"1\", \"2\")] decimal Some) : ICommand<int>",
        "member M:Shop.Pack.#ctor(System.Decimal)")]
    [InlineData(
        "record Pack([property: Length(1, 2)] string Name) : ICommand<int>",
        "member P:Shop.Pack.Name, type T:Shop.Pack")]
    [InlineData(
        "record Pack : ICommand<int> { [MaxLength(3)] public string Name { get; init; } = \"\"; }",
        "member P:Shop.Pack.Name, type T:Shop.Pack")]
    [InlineData(
        "class Pack : ICommand<int> { [MaxLength(3)] public string? Name; [MinLength(1)] public int[] Few = []; }",
        "member F:Shop.Pack.Name, type T:Shop.Pack, member F:Shop.Pack.Few")]
    [InlineData(
        "record Pack(string Name) : ICommand<int> { [Compare(\"Name\")] public string? Again { get; set; } }",
        "member P:Shop.Pack.Again, type T:Shop.Pack")]
    public void WhereGeneratedCodeChecksTheWarningIsSilenced(string message, string places) =>
        Places(message).ShouldBe(places);

    /// <summary>Its code may have warnings of its own, which must stay.</summary>
    [Theory]
    [InlineData("[MinLength(1)] public string Name { get; set; } = \"\"; public int Count() => 1;")]
    [InlineData("[MinLength(1)] public string Name { get; set; } = \"\"; public int Twice => Name.Length * 2;")]
    public void ATypeWithCodeIsNotSilencedAsAWhole(string members) =>
        Places($"record Pack : ICommand<int> {{ {members} }}").ShouldBe("member P:Shop.Pack.Name");

    /// <summary>Only what is declared without a line of code: what the code warns of is nobody's to silence.</summary>
    [Theory]
    [InlineData("record Pack([MinLength(2)] string[] Names) : ICommand<int> { public int Real { get; } = Reflect(); }")]
    [InlineData("record Pack([MinLength(2)] string[] Names) : ICommand<int> { private readonly int _n = Reflect(); }")]
    [InlineData("record Pack([MinLength(2)] string[] Names) : Base(Reflect()), ICommand<int>")]
    [InlineData("class Pack : ICommand<int> { public Pack([MinLength(2)] string[] names) => Names = names; " +
        "public string[] Names { get; } }")]
    [InlineData("record Pack : ICommand<int> { " +
        "[MinLength(2)] public string[] Names { get => [Reflect().ToString()]; init { } } }")]
    [InlineData("record Pack : ICommand<int> { [MinLength(2)] public string Names { get; } = Reflect().ToString(); }")]
    public void WhatHasCodeIsNotSilenced(string message) => Places(message).ShouldBe("");

    [Fact]
    public void AParameterThatIsKeptIsNoCode() =>
        Places("record Pack([MinLength(2)] string Name, int Some) : ICommand<int> { public int Kept { get; } = Some; }")
            .ShouldBe("member M:Shop.Pack.#ctor(System.String,System.Int32)");

    [Fact]
    public void WhatIsNotValidatedIsNotSilenced()
    {
        var run = Run("[Command(Validate = false)]", "record Pack([MinLength(2)] string Name) : ICommand<int>");

        run.Files.ShouldAllBe(static file => !Silenced(file.SourceText.ToString()).Any());
    }

    [Fact]
    public void ObjectsInsideAreSilencedAtTheirOwnDeclaration()
    {
        var run = Run(
            "[Command]",
            "record Pack(EquatableList<Part<int>> Parts) : ICommand<int>; " +
            "public sealed record Part<T>([MinLength(1)] string Sku, T[] Some)");

        Silenced(run.File("Part{int}")).ShouldBe(["member M:Shop.Part`1.#ctor(System.String,`0[])"]);
    }

    [Fact]
    public void ATypeOfAnotherAssemblyIsNotOursToSilence()
    {
        var parts = new SourceProject(
            "Parts",
            "namespace Shop; public sealed record Part(" +
            "[System.ComponentModel.DataAnnotations.MinLength(1)] string Sku);");
        string source = Source("[Command]", "record Pack(Part Part) : ICommand<int>");
        var run = GeneratorRun.Of(
            new SourceProject("Shop", source).Referencing(ReferenceKind.Metadata, parts));

        run.ShouldCompileWithoutWarnings();
        run.File("Shop.Part.g").ShouldContain("Sku");
        run.Files.ShouldAllBe(static file => !Silenced(file.SourceText.ToString()).Any());
    }

    private static string Places(string message) =>
        string.Join(", ", Run("[Command]", message).Files
            .SelectMany(static file => Silenced(file.SourceText.ToString())));

    private static GeneratorRun Run(string attribute, string message)
    {
        var run = GeneratorRun.Of(new SourceProject("Shop", Source(attribute, message)));
        run.ShouldCompileWithoutWarnings();
        return run;
    }

    private static string Source(string attribute, string message) =>
        $$"""
        using System.ComponentModel.DataAnnotations;

        namespace Shop;

        {{attribute}}
        public sealed partial {{message.Replace("Reflect()", "Packs.Reflect()")}}{{(message.EndsWith('}') ? "" : ";")}}

        public record Base(int Number);

        public static class Packs
        {
            [Handler]
            public static int Pack(Pack command) => 1;

            public static int Reflect() => 1;
        }
        """;

    private static IEnumerable<string> Silenced(string file) =>
        PlacePattern().Matches(file).Select(static match => $"{match.Groups[1].Value} {match.Groups[2].Value}");

    [GeneratedRegex("\"IL2026\", Scope = \"([a-z]+)\",\\s+Target = \"([^\"]+)\"")]
    private static partial Regex PlacePattern();
}
