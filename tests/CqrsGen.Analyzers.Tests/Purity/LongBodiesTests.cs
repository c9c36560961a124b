using System.Diagnostics;
using CqrsGen.Analyzers.Purity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>
/// What is asked of a whole body is worked out once: four times as many statements take about four times as long, not
/// sixteen times.
/// </summary>
public sealed class LongBodiesTests : PurityTests
{
    private const int Few = 500;
    private const int Many = 4 * Few;
    private const int MostGrowth = 11;

    public static TheoryData<string, string, string> Shapes => new()
    {
        { "writes after guards", "if (query.Id == #) return #; _number = # + 2;", "" },
        { "writes of many fields after guards", "if (query.Id == #) return #; _f# = # + 2;", "private int _f#;" },
        { "collections after guards", "if (query.Id == #) return #; _seen.Add(#);", "" },
        { "collections that are asked", "if (!_known.TryGetValue(#, out var v#)) _known.Add(#, v# + 1);", "" },
        { "writes below one guard", "if (_text is null) { _text = query.Id + \"#\"; _number = 1; }", "" },
        { "texts of commands", "connection.Execute(\"INSERT INTO t VALUES (#)\");", "" },
        { "texts that are set", "command.CommandText = \"SELECT #\"; command.ExecuteScalar();", "" },
        { "a text that grows", "sql += \"SELECT #; \"; connection.Query<int>(sql);", "" },
        { "a text that is made anew", "sql = string.Format(sql, #); connection.Query<int>(sql);", "" },
        { "a builder that grows", "builder.Append(\"SELECT #\"); connection.Query<int>(builder.ToString());", "" },
        { "temporary tables", "connection.Execute(\"CREATE TEMP TABLE t# (id int)\");", "" },
        { "files", "File.WriteAllText(_place, \"#\");", "" },
        { "a path that grows", "path = Path.Combine(path, \"#\"); File.WriteAllText(path, \"#\");", "" },
        {
            "requests",
            "var r# = new HttpRequestMessage(HttpMethod.Post, \"a\"); r#.Method = HttpMethod.Put; http.Send(r#);",
            ""
        },
        { "one request", "request = new HttpRequestMessage(HttpMethod.Post, \"a\"); http.Send(request);", "" },
        { "answers", "answer = http.PostAsync(\"a\", null).Result; _ = answer.Content;", "" },
        { "delegates", "run = () => _number = #; run();", "" },
        { "lists of locals", "lines = lines.Append(#).ToList(); lines.Add(#);", "" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ABody_TakesAsLongAsItHasStatements(string shape, string statement, string member)
    {
        double growth = double.MaxValue;
        for (int attempt = 0; attempt < 4 && growth >= MostGrowth; attempt++)
        {
            growth = Math.Min(
                growth,
                Fastest(Compile(statement, member, Many)) / Fastest(Compile(statement, member, Few)));
        }

        growth.ShouldBeLessThan(MostGrowth, shape);
    }

    private static CSharpCompilation Compile(string statement, string member, int count)
    {
        string source = Handler(
            """
            string sql = "SELECT 1"; string path = "a"; Action run = () => { }; var lines = new List<int>();
            var builder = new System.Text.StringBuilder(); HttpRequestMessage request; HttpResponseMessage answer;
            """ + Repeat(statement, count),
            """
            private int _number; private string? _text; private readonly string _place = "a";
            private readonly List<int> _seen = []; private readonly Dictionary<int, int> _known = [];
            """ + Repeat(member, count));
        return MarkedProject.Of(new SourceProject("Shop", Libraries, Query, source), "").CompileWithoutGenerator();
    }

    private static string Repeat(string text, int count) =>
        text.Length == 0 ? "" : string.Concat(Enumerable.Range(0, count).Select(number =>
            text.Replace("#", $"{number}", StringComparison.Ordinal) + "\n"));

    /// <summary>The time of the fastest of some readings, each by an engine that knows nothing yet.</summary>
    private static double Fastest(CSharpCompilation compilation)
    {
        var handler = compilation.GetTypeByMetadataName("GetHandler")!.GetMembers("HandleAsync")
            .OfType<IMethodSymbol>().Single();
        double fastest = double.MaxValue;
        for (int run = 0; run < 3; run++)
        {
            var engine = new PurityEngine(compilation, EffectsFile.Of([], CancellationToken.None), new(compilation));
            var watch = Stopwatch.StartNew();
            engine.BodyOf(handler, CancellationToken.None).IsEmpty.ShouldBeFalse();
            fastest = Math.Min(fastest, watch.Elapsed.TotalMilliseconds);
        }

        return fastest;
    }
}
