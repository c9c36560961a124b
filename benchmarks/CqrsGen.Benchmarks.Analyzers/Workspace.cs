using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Benchmarks.Analyzers;

/// <summary>
/// An application of query handlers, one file each, with their services and what sends the queries. The median handler
/// reaches five methods, the 90th percentile twenty-five; one of a hundred writes a file at the end.
/// </summary>
internal static class Workspace
{
    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>What a project that does not reference CqrsGen has in its place.</summary>
    private const string Substitute =
        """
        namespace CqrsGen;

        [AttributeUsage(AttributeTargets.Class)] public sealed class QueryAttribute : Attribute;
        public interface IQuery<T>;
        public interface IQueryBus
        {
            ValueTask<T> QueryAsync<T>(IQuery<T> query, CancellationToken token);
        }
        public interface IQueryHandler<TQuery, TResult>
        {
            ValueTask<TResult> HandleAsync(TQuery query, CancellationToken token);
        }
        """;

    /// <summary>The project puts the application together, so that the rules that look at all of it do.</summary>
    private const string Composition =
        """
        namespace Shop;

        public static class Application
        {
            public static void AddCqrsGen(this IServiceProvider services) => services.GetType();
            public static void Start(IServiceProvider services) => services.AddCqrsGen();
        }
        """;

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp12);

    /// <summary>How many methods handlers reach, in turn.</summary>
    private static readonly int[] s_reached = [5, 2, 25, 4, 8, 3, 5, 1, 12, 5, 2, 10, 4, 20, 3, 5, 6, 25, 5, 40];

    /// <summary>The project.</summary>
    /// <param name="handlers">How many handlers it has.</param>
    /// <param name="knowsCqrsGen">Whether it references CqrsGen; else its interfaces are its own.</param>
    public static CSharpCompilation Of(int handlers, bool knowsCqrsGen = true) => CSharpCompilation.Create(
        "Shop",
        Enumerable.Range(0, handlers).Select(static number => Parse(Handler(number, 0), PathOf(number)))
            .Append(Parse(Usings + "\nglobal using CqrsGen;", "Usings.cs"))
            .Append(Parse(Composition, "Application.cs"))
            .Concat(knowsCqrsGen ? [] : [Parse(Substitute, "Substitute.cs")]),
        References(knowsCqrsGen),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable));

    /// <summary>The same with the body of one handler, and of its service, edited.</summary>
    public static CSharpCompilation Edit(CSharpCompilation compilation, int number, int edit) =>
        compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[number], Parse(Handler(number, edit), PathOf(number)));

    private static string PathOf(int number) => $"Get{number}.cs";

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, s_options, path, Encoding.UTF8);

    private static IEnumerable<MetadataReference> References(bool knowsCqrsGen) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => !Path.GetFileName(path).StartsWith("CqrsGen.", StringComparison.Ordinal)
            || (knowsCqrsGen && Path.GetFileName(path) == "CqrsGen.dll"))
        .Select(static path => MetadataReference.CreateFromFile(path));

    private static string Handler(int number, int edit)
    {
        int methods = s_reached[number % s_reached.Length];
        string effect = number % 100 == 50 ? "System.IO.File.Delete(\"a\");" : "";
        string first = methods > 1 ? "Step1(rows);" : effect;
        var text = new StringBuilder().Append(
            $$"""
            namespace Shop;

            public sealed record Row{{number}}(int Id, string Name);
            [Query] public sealed partial record Get{{number}}(int Id) : IQuery<List<Row{{number}}>>;
            public interface IStore{{number}} { Task<List<Row{{number}}>> LoadAsync(int id, CancellationToken token); }
            public sealed class Store{{number}} : IStore{{number}}
            {
                public async Task<List<Row{{number}}>> LoadAsync(int id, CancellationToken token)
                {
                    await Task.Delay({{edit}}, token);
                    return Enumerable.Range(0, id).Select(item => new Row{{number}}(item, $"Row {item}")).ToList();
                }
            }
            public sealed class Endpoint{{number}}(IQueryBus bus)
            {
                public ValueTask<List<Row{{number}}>> GetAsync(int id, CancellationToken token) =>
                    bus.QueryAsync(new Get{{number}}(id), token);
            }
            public sealed class Get{{number}}Handler(IStore{{number}} store)
                : IQueryHandler<Get{{number}}, List<Row{{number}}>>
            {
                public async ValueTask<List<Row{{number}}>> HandleAsync(Get{{number}} query, CancellationToken token)
                {
                    var rows = await store.LoadAsync(query.Id + {{edit}}, token);
                    {{first}}
                    return rows.Where(row => row.Id > 0).OrderBy(row => row.Name).ToList();
                }

            """);
        for (int step = 1; step < methods; step++)
        {
            string next = step < methods - 1 ? $"if (copy.Count > {step}) Step{step + 1}(copy);" : effect;
            text.Append(
                $$"""
                    private static void Step{{step}}(List<Row{{number}}> rows)
                    {
                        var copy = rows.Where(row => row.Name.Length > {{step}}).ToList();
                        copy.Add(new Row{{number}}({{step}}, "more"));
                        {{next}}
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }
}
