using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Benchmarks.Generator;

/// <summary>A project of message and handler pairs, one file each, with half as many files that are neither.</summary>
internal sealed class Workspace
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp12);
    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly MetadataReference[] s_framework = LoadFramework();

    private readonly CSharpCompilation _compilation;
    private readonly SyntaxTree _other;
    private readonly SyntaxTree _body;
    private readonly SyntaxTree _message;
    private int _edits;

    public Workspace(int pairs, IEnumerable<MetadataReference>? modules = null, bool isPlain = false)
    {
        var pairTrees = Enumerable.Range(0, pairs)
            .Select(static number => Parse(Pair(number), $"Pair{number}.cs"))
            .ToList();
        var otherTrees = Enumerable.Range(0, Math.Max(1, pairs / 2))
            .Select(static number => Parse(Other(number), $"Other{number}.cs"))
            .ToList();
        _other = otherTrees[0];
        _body = pairTrees[pairs / 2];
        _message = pairTrees[pairs / 3];
        _compilation = CSharpCompilation.Create(
            "Shop",
            [Parse(isPlain ? Usings + Plain : Usings, "Usings.cs"), .. pairTrees, .. otherTrees],
            [.. s_framework, .. modules ?? []],
            s_options);
    }

    private const string Usings =
        "global using System; global using System.Threading; " +
        "global using System.Threading.Tasks; global using CqrsGen;";

    private const string Plain = "[assembly: BuiltInMiddleware(BuiltIn.None)]";

    /// <summary>
    /// The same project from files that nobody has seen: what a compiler process has. Nothing is bound, and nothing
    /// that was read of an earlier one is known.
    /// </summary>
    public CSharpCompilation Fresh()
    {
        var trees = _compilation.SyntaxTrees.Select(static tree => Parse(tree.ToString(), tree.FilePath));
        return CSharpCompilation.Create("Shop", trees, _compilation.References, s_options);
    }

    public CSharpCompilation EditUnrelated(CSharpCompilation current) =>
        Replace(current, Tree(current, _other), Other(0));

    public CSharpCompilation EditBody(CSharpCompilation current) =>
        Replace(current, Tree(current, _body), Tree(current, _body).ToString());

    /// <summary>
    /// A new member of a class that the generator does not look at: something is declared differently.
    /// </summary>
    public CSharpCompilation EditDeclaration(CSharpCompilation current)
    {
        int edit = ++_edits;
        var tree = Tree(current, _other);
        string text = Other(0).Replace("int Value =>", $"int Value{edit} =>", StringComparison.Ordinal);
        return Swap(current, tree, text);
    }

    public CSharpCompilation Rename(CSharpCompilation current)
    {
        int edit = ++_edits;
        int number = int.Parse(Path.GetFileNameWithoutExtension(_message.FilePath).AsSpan(4), provider: null);
        string text = Pair(number).Replace($"Place{number}", $"Place{number}_{edit}", StringComparison.Ordinal);
        return Swap(current, Tree(current, _message), text);
    }

    /// <summary>A module with ten messages and handlers, as a compiled reference.</summary>
    public static MetadataReference Module(int number, Func<IIncrementalGenerator> generator)
    {
        var pairs = Enumerable.Range(0, 10).Select(pair => Parse(
            Pair(pair).Replace("Shop.", $"Module{number}.", StringComparison.Ordinal), $"Pair{pair}.cs"));
        var compilation = CSharpCompilation.Create(
            $"Module{number}",
            [Parse(Usings, "Usings.cs"), .. pairs],
            s_framework,
            s_options);
        CSharpGeneratorDriver.Create([generator().AsSourceGenerator()], parseOptions: s_parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        using var stream = new MemoryStream();
        var result = output.Emit(stream);
        return result.Success
            ? MetadataReference.CreateFromImage(stream.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Take(5)));
    }

    public static GeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: s_parse);

    private CSharpCompilation Replace(CSharpCompilation current, SyntaxTree tree, string text)
    {
        int edit = ++_edits;
        int at = text.IndexOf("/* edit", StringComparison.Ordinal);
        int end = text.IndexOf("*/", at, StringComparison.Ordinal);
        return Swap(current, tree, $"{text[..at]}/* edit {edit} {text[end..]}");
    }

    private static CSharpCompilation Swap(CSharpCompilation current, SyntaxTree tree, string text)
    {
        var edited = Parse(text, tree.FilePath);
        _ = edited.GetRoot();
        return current.ReplaceSyntaxTree(tree, edited);
    }

    private static SyntaxTree Tree(CSharpCompilation current, SyntaxTree original) =>
        current.SyntaxTrees.First(tree => tree.FilePath == original.FilePath);

    private static SyntaxTree Parse(string text, string path)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), s_parse, path);
        _ = tree.GetRoot();
        return tree;
    }

    // Twenty namespaces, each with a result, a service and its messages, as in an application of some size.
    private static string Pair(int number) => $$"""
        namespace Shop.Area{{number % 20}};

        /// <summary>Places an order.</summary>
        [Command]
        public sealed partial record Place{{number}}(string Customer, int Count) : ICommand<Placed>;

        public sealed class Place{{number}}Handler(IOrders orders) : ICommandHandler<Place{{number}}, Placed>
        {
            public ValueTask<Placed> HandleAsync(Place{{number}} command, CancellationToken cancellationToken)
            {
                /* edit */
                return new(new Placed(orders.Add(command.Customer, command.Count)));
            }
        }

        {{(number < 20 ? "public sealed record Placed(int Id);" : "")}}

        {{(number < 20 ? "public interface IOrders { int Add(string customer, int count); }" : "")}}
        """;

    private static string Other(int number) => $$"""
        namespace Shop.Other;

        public sealed class Service{{number}}(Service{{number / 2}}? parent) : IComparable<Service{{number}}>
        {
            private readonly int _value = {{number}};

            public int Value => _value + (parent is null ? 0 : 1);

            public int CompareTo(Service{{number}}? other)
            {
                /* edit */
                return other is null ? 1 : _value.CompareTo(other._value);
            }
        }
        """;

    private static MetadataReference[] LoadFramework()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework
                || Path.GetFileNameWithoutExtension(path) is "CqrsGen"
                || Path.GetFileName(path).StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path))];
    }
}
