using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Purity;

/// <summary>What an .editorconfig says about effects, for the file of a root.</summary>
/// <param name="Deepest">How many calls deep is looked.</param>
/// <param name="ReportsUnknown">Whether calls are reported of which nothing is known.</param>
/// <param name="AllowsCaches">Whether a query may write a cache.</param>
/// <param name="AllowsLogs">Whether a query may write a log.</param>
internal sealed record PurityOptions(int Deepest, bool ReportsUnknown, bool AllowsCaches, bool AllowsLogs)
{
    private const string Prefix = "cqrsgen.purity.";
    private const string MaxDepth = "max_depth";
    private const string Strict = "strict";
    private const string Unknown = "unknown";
    private const string CacheWrites = "cache_writes";
    private const string Logging = "logging";

    /// <summary>What a cache is called as a target.</summary>
    public const string Cache = "cache";

    /// <summary>What a log is called as a target.</summary>
    public const string Log = "log";

    /// <summary>The keys, with the values that they take; none for a number.</summary>
    public static ImmutableArray<(string Key, ImmutableArray<string> Values)> Keys { get; } =
    [
        (Prefix + MaxDepth, []),
        (Prefix + Strict, ["true", "false"]),
        (Prefix + Unknown, ["silent", "report"]),
        (Prefix + CacheWrites, ["allow", "report"]),
        (Prefix + Logging, ["allow", "report"]),
    ];

    /// <summary>Whether a text says how deep is looked.</summary>
    public static bool IsDepth(string text, out int depth) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out depth);

    /// <summary>Whether it is an option that a query may write there.</summary>
    public static bool IsOptional(string target) => target is Cache or Log;

    /// <summary>The options of the file that is looked at.</summary>
    public static PurityOptions Of(OperationBlockAnalysisContext context) =>
        Of(context.Options, context.Compilation, context.FilterTree);

    public static PurityOptions Of(AnalyzerOptions options, Compilation compilation, SyntaxTree tree)
    {
        var config = options.AnalyzerConfigOptionsProvider.GetOptions(tree);
        bool isStrict = Says(Strict, "true");
        return new PurityOptions(
            config.TryGetValue(Prefix + MaxDepth, out string? text) && IsDepth(text, out int depth)
                ? depth
                : EffectSearch.Deepest,
            isStrict || Says(Unknown, "report") || IsSwitchedOn(compilation, tree),
            !isStrict && !Says(CacheWrites, "report"),
            !Says(Logging, "report"));

        bool Says(string key, string value) =>
            config.TryGetValue(Prefix + key, out string? said)
            && said.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a query may write there.</summary>
    public bool Allows(string target) => (target == Cache && AllowsCaches) || (target == Log && AllowsLogs);

    /// <summary>Who gives the rule a severity wants to see it.</summary>
    private static bool IsSwitchedOn(Compilation compilation, SyntaxTree tree) =>
        compilation.Options.SpecificDiagnosticOptions.ContainsKey(DiagnosticIds.QueryCallsUnknown)
        || compilation.Options.SyntaxTreeOptionsProvider?.TryGetDiagnosticValue(
            tree, DiagnosticIds.QueryCallsUnknown, CancellationToken.None, out _) == true;
}
