using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Purity;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Settings;

/// <summary>The keys of an .editorconfig that rules read, and the values that they take.</summary>
internal static class OptionKeys
{
    private static readonly ImmutableArray<(string Key, Func<string, bool> CanRead, string Allowed)> s_all =
    [
        .. PurityOptions.Keys.Select(static key => key.Values.IsEmpty
            ? (key.Key, static text => PurityOptions.IsDepth(text, out _), "a whole number, 0 or more")
            : Choice(key.Key, key.Values)),
        Choice(RuleOptions.MessageSuffix, ["require", "forbid"]),
        (
            QueryRoles.Key,
            QueryRoles.CanRead,
            "interfaces with their namespaces, such as 'MediatR.IRequestHandler`2 where request name ends with Query', "
                + "separated by commas"),
    ];

    // A key that only mentions them is another's: dotnet_naming_rule.cqrsgen_messages.severity.
    private static readonly string[] s_prefixes = ["cqrsgen", "dotnet_code_quality.cqrsgen"];

    private static readonly ImmutableArray<string> s_known =
        [.. s_all.Select(static key => key.Key), RuleOptions.IdentifierTypes];

    /// <summary>
    /// The keys that cannot be read, by what <paramref name="read"/> finds, with what is allowed. No roles at all are
    /// said by nothing.
    /// </summary>
    public static IEnumerable<(string Key, string Value, string Allowed)> Unreadable(Func<string, string?> read)
    {
        foreach (var (key, canRead, allowed) in s_all)
        {
            if (read(key) is { } value && !canRead(value) && !(key == QueryRoles.Key && value.Trim().Length == 0))
            {
                yield return (key, value.Trim(), allowed);
            }
        }
    }

    /// <summary>
    /// The keys that are meant for the rules, but that no rule reads, with the nearest that one does. What the project
    /// file says stands under a prefix of its own.
    /// </summary>
    public static IEnumerable<(string Key, string Nearest)> Unknown(AnalyzerConfigOptions options) =>
        KeysOf(options)
            .Where(static key => s_prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                && !s_known.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(static key => (key, s_known
                .OrderBy(known => Spelling.Distance(key, known))
                .ThenBy(static known => known, StringComparer.Ordinal)
                .First()));

    private static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            return []; // A host of its own need not list them.
        }
    }

    private static (string Key, Func<string, bool> CanRead, string Allowed) Choice(
        string key, ImmutableArray<string> values) =>
        (
            key,
            text => values.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase),
            string.Join(" or ", values.Select(static value => $"'{value}'")));
}
