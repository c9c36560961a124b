using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// Which interfaces of others make a class a query handler, by the key <c>cqrsgen.query_handlers</c>. Safe for
/// concurrent use.
/// </summary>
internal sealed class QueryRoles
{
    /// <summary>The key.</summary>
    public const string Key = "cqrsgen.query_handlers";

    private const string Condition = " where request name ends with ";

    private const int MostTypeParameters = 4;

    private static readonly char[] s_separators = [',', ';'];

    private readonly AnalyzerConfigOptionsProvider _options;
    private readonly ConcurrentDictionary<string, ImmutableArray<(string Interface, string Ending)>> _roles =
        new(StringComparer.Ordinal);

    private static readonly ConditionalWeakTable<Compilation, QueryRoles> s_known = new();

    private readonly Lazy<bool> _areStated;

    /// <summary>Reads nothing yet.</summary>
    public QueryRoles(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        _options = options;
        _areStated = new(() => options.GlobalOptions.TryGetValue(Key, out _)
            || compilation.SyntaxTrees.Any(tree => options.GetOptions(tree).TryGetValue(Key, out _)));
    }

    /// <summary>The same for all rules of a compilation.</summary>
    public static QueryRoles Of(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        var known = s_known.GetValue(compilation, key => new QueryRoles(key, options));
        return known._options == options ? known : new QueryRoles(compilation, options);
    }

    /// <summary>
    /// Whether the key says something about any file: what holds for all of them is asked first, then every file once,
    /// since a section of an .editorconfig may name a single one.
    /// </summary>
    public bool AreStated => _areStated.Value;

    /// <summary>Whether each part of a value is an interface, perhaps with its condition.</summary>
    public static bool CanRead(string text) => Parse(text) is { IsEmpty: false } roles && roles.All(static role =>
        IsName(role.Interface) && (role.Ending.Length == 0 || SyntaxFacts.IsValidIdentifier("_" + role.Ending)))
        && text.Split(s_separators).All(static role =>
            !role.TrimEnd().EndsWith(Condition.TrimEnd(), StringComparison.Ordinal));

    /// <summary>
    /// An interface that a value names without the number of its type parameters, which the compilation knows with one
    /// alone; null when there is none. Of interfaces that nobody references nothing is known.
    /// </summary>
    public static (string Interface, string Counted)? Uncounted(string text, Compilation compilation)
    {
        foreach (var (name, _) in Parse(text))
        {
            if (name.IndexOf('`') < 0 && compilation.GetTypeByMetadataName(name) is null)
            {
                // Of several, the one with the most has the result too.
                for (int count = MostTypeParameters; count > 0; count--)
                {
                    string counted = $"{name}`{count.ToString(CultureInfo.InvariantCulture)}";
                    if (compilation.GetTypeByMetadataName(counted) is { TypeKind: TypeKind.Interface })
                    {
                        return (name, counted);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>A name with its namespace, and a backtick before the number of its type parameters.</summary>
    private static bool IsName(string name)
    {
        string[] parts = name.Split('`');
        return parts.Length < 3 && parts[0].Split('.').All(SyntaxFacts.IsValidIdentifier)
            && (parts.Length == 1 || (parts[1].Length > 0 && parts[1].All(char.IsDigit)));
    }

    /// <summary>Whether a type handles queries by what the key says about its files.</summary>
    public bool MayHave(INamedTypeSymbol type) => AreStated && type.DeclaringSyntaxReferences.Any(reference =>
        InterfacesOf(type, reference.SyntaxTree).Any());

    /// <summary>Whether an interface makes a type a handler by what the key says about a file of the type.</summary>
    public bool IsRole(INamedTypeSymbol type, INamedTypeSymbol implemented) =>
        AreStated && type.DeclaringSyntaxReferences.Any(reference =>
            InterfacesOf(type, reference.SyntaxTree).Contains(implemented, SymbolEqualityComparer.Default));

    /// <summary>Whether a method handles a query by what the key says about its file.</summary>
    public bool IsHandler(IMethodSymbol method) => AreStated && !method.DeclaringSyntaxReferences.IsEmpty
        && InterfacesOf(method.ContainingType, method.DeclaringSyntaxReferences[0].SyntaxTree)
            .SelectMany(static implemented => implemented.GetMembers())
            .Any(member => IsOrOverrides(method, method.ContainingType.FindImplementationForInterfaceMember(member)));

    private IEnumerable<INamedTypeSymbol> InterfacesOf(INamedTypeSymbol type, SyntaxTree tree)
    {
        if (!_options.GetOptions(tree).TryGetValue(Key, out string? text))
        {
            return [];
        }

        var roles = _roles.GetOrAdd(text, Parse);
        return type.AllInterfaces.Where(implemented => roles.Any(role => IsMeant(implemented, role)));
    }

    private static bool IsMeant(INamedTypeSymbol implemented, (string Interface, string Ending) role) =>
        role.Interface.EndsWith(implemented.MetadataName, StringComparison.Ordinal)
        && NameOf(implemented) == role.Interface
        && (implemented.TypeArguments.IsEmpty
            || implemented.TypeArguments[0].Name.EndsWith(role.Ending, StringComparison.Ordinal));

    /// <summary>An override of what a base class implements the interface with handles too.</summary>
    private static bool IsOrOverrides(IMethodSymbol method, ISymbol? implementation)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(current, implementation))
            {
                return true;
            }
        }

        return false;
    }

    private static string NameOf(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? $"{space.ToDisplayString()}.{type.MetadataName}"
            : type.MetadataName;

    private static ImmutableArray<(string Interface, string Ending)> Parse(string text) =>
        [.. text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries).Select(static role =>
        {
            int condition = role.IndexOf(Condition, StringComparison.Ordinal);
            return condition < 0
                ? (role.Trim(), "")
                : (role.Substring(0, condition).Trim(), role.Substring(condition + Condition.Length).Trim());
        })];
}
