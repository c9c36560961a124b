using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Purity;

namespace CqrsGen.Analyzers.Settings;

/// <summary>The keys of an .editorconfig that take certain values only.</summary>
internal static class OptionKeys
{
    private static readonly ImmutableArray<(string Key, Func<string, bool> CanRead, string Allowed)> s_all =
    [
        .. PurityOptions.Keys.Select(static key => key.Values.IsEmpty
            ? (key.Key, static text => PurityOptions.IsDepth(text, out _), "a whole number")
            : Choice(key.Key, key.Values)),
        Choice(RuleOptions.MessageSuffix, ["require", "forbid"]),
        (
            QueryRoles.Key,
            QueryRoles.CanRead,
            "interfaces with their namespaces, such as 'MediatR.IRequestHandler`2 where request name ends with Query', "
                + "separated by commas"),
    ];

    /// <summary>The keys that cannot be read, by what <paramref name="read"/> finds, with what is allowed.</summary>
    public static IEnumerable<(string Key, string Value, string Allowed)> Unreadable(Func<string, string?> read)
    {
        foreach (var (key, canRead, allowed) in s_all)
        {
            if (read(key) is { } value && !canRead(value))
            {
                yield return (key, value.Trim(), allowed);
            }
        }
    }

    private static (string Key, Func<string, bool> CanRead, string Allowed) Choice(
        string key, ImmutableArray<string> values) =>
        (
            key,
            text => values.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase),
            string.Join(" or ", values.Select(static value => $"'{value}'")));
}
