namespace CqrsGen.Generators.Tests.Handlers;

/// <summary>A handler's result is the message's, whatever the elements of its tuples are called.</summary>
public sealed class ResultIdentityTests
{
    [Theory]
    [InlineData("(int A, string? B)", "(int, string?)")]
    [InlineData("(int A, string? B)[]?", "(int, string?)[]?")]
    [InlineData("(int, string)", "(int X, string Y)")]
    [InlineData("(int A, string B)", "ValueTuple<int, string>")]
    [InlineData("Dictionary<string, (int A, List<string?>? B)>", "Dictionary<string, (int, List<string?>?)>")]
    [InlineData("(int A, (int B, int C) D)?", "(int, (int, int))?")]
    [InlineData("(int A, int B, int C, int D, int E, int F, int G, int H)", "(int, int, int, int, int, int, int, int)")]
    [InlineData("List<object>", "List<dynamic>")]
    [InlineData("List<(int A, int B)>.Enumerator", "List<(int, int)>.Enumerator")]
    public void NamesOfTupleElementsMakeNoDifference(string asked, string given)
    {
        foreach (string task in new[] { "{0}", "Task<{0}>", "ValueTask<{0}>" })
        {
            string returned = string.Format(System.Globalization.CultureInfo.InvariantCulture, task, given);
            GeneratorRun.Of(new SourceProject("Shop", Source(asked, returned))).ShouldCompileWithoutWarnings()
                .File("Composition").ShouldNotContain("#error");
        }
    }

    [Theory]
    [InlineData("(int A, string B)", "(string, int)")]
    [InlineData("(int A, string B)", "(int A, string B, int C)")]
    [InlineData("(int A, string B)[]", "(int A, string B)[,]")]
    [InlineData("(int A, string B)[]", "(int A, string B)")]
    [InlineData("List<(int A, int B)>.Enumerator", "List<(int A, long B)>.Enumerator")]
    [InlineData("List<int>", "List<int?>")]
    [InlineData("object", "string")]
    public void AnotherTypeIsAnError(string asked, string given) =>
        GeneratorRun.Of(new SourceProject("Shop", Source(asked, given))).File("Composition")
            .ShouldContain("#error CQG3003: Shop.Handlers.Handle returns ");

    private static string Source(string asked, string returned) =>
        $$"""
        namespace Shop;
        [Query] public sealed partial record Ask : IQuery<{{asked}}>;
        public static class Handlers { [Handler] public static {{returned}} Handle(Ask query) => default!; }
        public static class P { public static void Run(IServiceCollection s) => s.AddCqrsGen(); }
        """;
}
