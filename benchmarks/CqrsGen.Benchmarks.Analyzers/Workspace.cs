using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Benchmarks.Analyzers;

/// <summary>
/// A project of query handlers, one file each. Nine of ten reach five methods, the others twenty-five; one of a hundred
/// writes a file at the end.
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
        global using CqrsGen;
        """;

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp12);

    public static CSharpCompilation Of(int handlers) => CSharpCompilation.Create(
        "Shop",
        Enumerable.Range(0, handlers).Select(static number => Parse(Handler(number, 0), $"Get{number}.cs"))
            .Prepend(Parse(Usings, "Usings.cs")),
        References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable));

    /// <summary>The same with the body of one handler edited.</summary>
    public static CSharpCompilation Edit(CSharpCompilation compilation, int number, int edit)
    {
        var old = compilation.SyntaxTrees[number + 1];
        return compilation.ReplaceSyntaxTree(old, Parse(Handler(number, edit), old.FilePath));
    }

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, s_options, path, Encoding.UTF8);

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => !Path.GetFileName(path).StartsWith("CqrsGen.", StringComparison.Ordinal)
            || Path.GetFileName(path) == "CqrsGen.dll")
        .Select(static path => MetadataReference.CreateFromFile(path));

    private static string Handler(int number, int edit)
    {
        int methods = number % 10 == 9 ? 25 : 5;
        string effect = number % 100 == 50 ? "System.IO.File.Delete(\"a\");" : "";
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
            public sealed class Get{{number}}Handler(IStore{{number}} store)
                : IQueryHandler<Get{{number}}, List<Row{{number}}>>
            {
                public async ValueTask<List<Row{{number}}>> HandleAsync(Get{{number}} query, CancellationToken token)
                {
                    var rows = await store.LoadAsync(query.Id + {{edit}}, token);
                    Step1(rows);
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
