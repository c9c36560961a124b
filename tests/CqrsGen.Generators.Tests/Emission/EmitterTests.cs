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

    /// <summary>The files that an application has besides, with the built-in middleware on.</summary>
    [Theory]
    [InlineData("CqrsGen.AddCqrsGen")]
    [InlineData("CqrsGen.Application")]
    [InlineData("CqrsGen.Manifest")]
    [InlineData("CqrsGen.MessageMap")]
    [InlineData("Shop.Orders.Completed.Interface")]
    [InlineData("Shop.Orders.GetOrder")]
    public void FilesOfAnApplication(string file)
    {
        var mapped = StepProject.Shop with
        {
            Properties = new Dictionary<string, string> { ["CqrsGenMessageMap"] = "true" },
        };
        Snapshot.Match(
            GeneratorRun.Of(mapped).ShouldCompileWithoutWarnings().File(file + ".g"),
            test: $"{nameof(FilesOfAnApplication)}.{file}");
    }
}
