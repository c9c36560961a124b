using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Common;

/// <summary>What an .editorconfig says to the rules: keys that begin with <c>cqrsgen.</c></summary>
internal static class RuleOptions
{
    /// <summary>Types that count as identifiers: names with or without namespace, separated by commas.</summary>
    public const string IdentifierTypes = "cqrsgen.identifier_types";

    /// <summary>Whether names of messages end in their kind: <c>require</c> (the default) or <c>forbid</c>.</summary>
    public const string MessageSuffix = "cqrsgen.message_suffix";

    /// <summary>What a key says about the file of a symbol; null when it says nothing.</summary>
    public static string? Read(AnalyzerOptions options, ISymbol symbol, string key) =>
        Locations.Of(symbol).SourceTree is { } tree
        && options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(key, out string? value)
            ? value.Trim()
            : null;

    /// <summary>The names that a key lists.</summary>
    public static ImmutableHashSet<string> ReadNames(AnalyzerOptions options, ISymbol symbol, string key) =>
        Read(options, symbol, key) is { } value
            ? value.Split(',').Select(static name => name.Trim()).Where(static name => name.Length > 0)
                .ToImmutableHashSet(StringComparer.Ordinal)
            : [];
}
