using CqrsGen.Generators.Tests.Incremental;

namespace CqrsGen.Generators.Tests.Emission;

/// <summary>What the files look like: read them before you accept them.</summary>
public sealed class EmitterTests
{
    [Theory]
    [InlineData("Shop.PlaceOrder")]
    [InlineData("Shop.GetOrder")]
    [InlineData("Shop.ListOrders")]
    [InlineData("Shop.OrderPlaced")]
    [InlineData("CqrsGen.Routes")]
    [InlineData("CqrsGen.Composition")]
    public void FilesOfTheSample(string file)
    {
        var quiet = SampleProject.Shop with
        {
            Sources = [.. SampleProject.Shop.Sources, "[assembly: BuiltInMiddleware(BuiltIn.None)]"],
        };
        Snapshot.Match(
            GeneratorRun.Of(quiet, static () => new CqrsGenGenerator())
                .ShouldCompileWithoutWarnings()
                .File(file + ".g"),
            test: $"{nameof(FilesOfTheSample)}.{file}");
    }
}
