namespace CqrsGen.Generators.Tests.Fuzz;

/// <summary>
/// Half-typed code: the generator never throws and never hangs. Where the user's own code compiles, what the generator
/// writes compiles too, and whatever it leaves out it reports.
/// </summary>
public sealed class BrokenCodeTests
{
    [Fact]
    public void TheValidApplicationCompilesAndIsCached() =>
        GeneratorRun.Of(ShopSources.Project)
            .ShouldCompileWithoutWarnings()
            .ShouldNotHoldSymbols()
            .ShouldBeCachedAfter(Edit.UnrelatedFile)
            .ShouldBeCachedAfter(Edit.CommentAtTheTop);

    [Fact]
    [Trait("Category", "Fuzz")]
    public void BrokenCodeIsNeverAnException() =>
        GeneratorFuzz.Run(ShopSources.Project, static () => new CqrsGenGenerator());

    [Fact]
    [Trait("Category", "Fuzz")]
    public void ChangedCodeCompilesOrIsReported() =>
        GeneratorFuzz.Run(
            ShopSources.Project,
            static () => new CqrsGenGenerator(),
            edit: Edit.Change,
            check: static run => run.ShouldCompileOrReport().ShouldOmitNothingSilently());
}
