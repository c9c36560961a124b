namespace CqrsGen.Generators.Tests.Validation;

public sealed class ValidationIncrementalityTests
{
    private const string Source =
        """
        namespace Shop;

        [Command] public sealed record Place([Required] string Customer, List<Line> Lines) : ICommand;
        [Command] public sealed record Note([Trim, RegularExpression("a+")] string Text) : ICommand;
        [Command] public sealed record Move(int X, Guid? Id, List<string> Names) : ICommand;
        public sealed record Line([Range(1, 9)] int Quantity);
        """;

    public static TheoryData<string> Edits { get; } = ["nothing", "unrelated", "comment", "body"];

    [Theory]
    [MemberData(nameof(Edits))]
    public void AnEditThatChangesNoRuleEmitsNothing(string edit) =>
        ValidationProgram.Generate(Source).ShouldBeCachedAfter(edit switch
        {
            "nothing" => Edit.Nothing,
            "unrelated" => Edit.UnrelatedFile,
            "comment" => Edit.CommentAtTheTop,
            _ => Edit.Replace("int Quantity);", "int Quantity) { int Twice() => 2; }"),
        });

    [Fact]
    public void AChangedRuleOfANestedTypeRunsAgain() =>
        ValidationProgram.Generate(Source)
            .ShouldRunAgainAfter(Edit.Replace("Range(1, 9)", "Range(1, 8)"), ValidationOnly.Types);

    [Fact]
    public void ModelsHoldNothingOfTheCompiler() => ValidationProgram.Generate(Source).ShouldNotHoldSymbols();

    [Theory]
    [InlineData(Source)]
    [InlineData(NestedValidationTests.Order)]
    [InlineData(NormalizationTests.Source)]
    [InlineData(ObjectRuleTests.Source)]
    public void BrokenRulesNeverThrow(string source) =>
        GeneratorFuzz.Run(ValidationProgram.ProjectOf(source), static () => new ValidationOnly());
}
