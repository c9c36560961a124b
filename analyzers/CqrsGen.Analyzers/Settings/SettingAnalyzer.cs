using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Purity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Analyzers.Settings;

/// <summary>
/// CQG0003: an option that cannot be read, or that no rule has. CQG0004: a line of a baseline that keeps nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SettingAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [SettingDescriptors.Unreadable, SettingDescriptors.Line];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        Register(
            context,
            () => known.PurityWith(context.Options, context.CancellationToken),
            QueryRoles.Of(context.Compilation, context.Options.AnalyzerConfigOptionsProvider));

    private protected override Action<CompilationStartAnalysisContext>? WithoutCqrsGen => static context =>
    {
        var roles = QueryRoles.Of(context.Compilation, context.Options.AnalyzerConfigOptionsProvider);
        if (roles.AreStated)
        {
            var effects = EffectsFile.Of(context.Options.AdditionalFiles, context.CancellationToken);
            Register(context, () => new PurityEngine(context.Compilation, effects, new(context.Compilation)), roles);
        }
    };

    private static void Register(
        CompilationStartAnalysisContext context, Func<PurityEngine> engine, QueryRoles roles)
    {
        // Where a value is reported: in the first file for which it holds, so that it is always the same one.
        var places = new ConcurrentDictionary<(string Key, string Value), SyntaxTree?>();
        var folders = new Lazy<HashSet<SyntaxTree>>(() => FirstOfFolders(context.Compilation));
        context.RegisterSyntaxTreeAction(tree => AnalyzeOptions(tree, context.Compilation, places, folders));

        if (Baseline.IsAmong(context.Options.AdditionalFiles))
        {
            var lazy = new Lazy<PurityEngine>(engine);
            context.RegisterAdditionalFileAction(file =>
            {
                if (Baseline.IsFile(file.AdditionalFile))
                {
                    AnalyzeBaseline(file, line => IsStale(line, file, lazy.Value, roles));
                }
            });
        }
    }

    private static void AnalyzeOptions(
        SyntaxTreeAnalysisContext context,
        Compilation compilation,
        ConcurrentDictionary<(string Key, string Value), SyntaxTree?> places,
        Lazy<HashSet<SyntaxTree>> folders)
    {
        foreach (var (key, value, allowed) in OptionKeys.Unreadable(name => Read(context.Tree, name)))
        {
            Report(key, value, $"'{key} = {value}' cannot be read, so the default holds.", $"Write {allowed}.");
        }

        if (Read(context.Tree, QueryRoles.Key)?.Trim() is { } handlers
            && QueryRoles.CanRead(handlers)
            && QueryRoles.Uncounted(handlers, compilation) is { } uncounted)
        {
            Report(
                QueryRoles.Key,
                handlers,
                $"'{QueryRoles.Key} = {handlers}' names '{uncounted.Interface}', which has type parameters.",
                $"Write '{uncounted.Counted}'.");
        }

        if (folders.Value.Contains(context.Tree))
        {
            var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Tree);
            foreach (var (key, nearest) in OptionKeys.Unknown(options))
            {
                string value = Read(context.Tree, key)?.Trim() ?? "";
                Report(
                    key,
                    value,
                    $"No rule has the key '{key}', so '{value}' changes nothing.",
                    $"Did you mean '{nearest}'?");
            }
        }

        void Report(string key, string value, string cause, string remedy)
        {
            var place = places.GetOrAdd((key, value), known => compilation.SyntaxTrees.FirstOrDefault(tree =>
                !Locations.IsGenerated(tree) && Read(tree, known.Key)?.Trim() == known.Value));
            if (place == context.Tree)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    SettingDescriptors.Unreadable,
                    Location.Create(context.Tree, new TextSpan(0, 0)),
                    cause,
                    remedy));
            }
        }

        string? Read(SyntaxTree tree, string key) =>
            context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(key, out string? value)
                ? value
                : null;
    }

    /// <summary>
    /// One file of each folder. To list all keys of every file would take long, and few sections of an .editorconfig
    /// name single files.
    /// </summary>
    private static HashSet<SyntaxTree> FirstOfFolders(Compilation compilation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new(compilation.SyntaxTrees.Where(tree =>
            !Locations.IsGenerated(tree) && seen.Add(Path.GetDirectoryName(tree.FilePath) ?? "")));
    }

    private static void AnalyzeBaseline(AdditionalFileAnalysisContext context, Func<BaselineEntry, bool> isStale)
    {
        if (context.AdditionalFile.GetText(context.CancellationToken) is not { } file)
        {
            return;
        }

        foreach (var line in file.Lines)
        {
            string text = line.ToString().Trim();
            var entry = BaselineEntry.Read(text);
            string? mistake = Baseline.IsBlank(text) ? null : MistakeIn(entry);
            string? problem = mistake ?? (entry is not null && !Baseline.IsBlank(text) && isStale(entry)
                ? "is not needed any more: there is no such finding. Remove the line."
                : null);
            if (problem is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    SettingDescriptors.Line,
                    Location.Create(
                        context.AdditionalFile.Path,
                        line.Span,
                        new LinePositionSpan(new(line.LineNumber, 0), new(line.LineNumber, line.Span.Length))),
                    mistake is null ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                    additionalLocations: null,
                    properties: null,
                    (line.LineNumber + 1).ToString(CultureInfo.InvariantCulture),
                    Path.GetFileName(context.AdditionalFile.Path),
                    problem));
            }
        }
    }

    /// <summary>Why a line never kept anything; null when it may.</summary>
    private static string? MistakeIn(BaselineEntry? entry) => entry switch
    {
        null => "cannot be read. Write 'CQG2001 T:Shop.PlaceOrder': a rule, and where.",
        { Rule: var rule } when Baseline.Rules.Contains(rule) => null,
        { Rule: var rule } when Baseline.Errors.Contains(rule) =>
            $"keeps nothing: '{rule}' is an error of the build, which must be mended. Remove the line.",
        { Rule: var rule } when Baseline.Own.Contains(rule) =>
            $"keeps nothing: a baseline cannot keep '{rule}'. Remove the line.",
        { Rule: var rule } => $"keeps nothing: the analyzers have no rule '{rule}'. Correct the number, or remove the "
            + "line.",
    };

    /// <summary>
    /// Whether what a line names is gone. Of queries it is known what they do, so that their lines are held against it.
    /// </summary>
    private static bool IsStale(
        BaselineEntry entry, AdditionalFileAnalysisContext context, PurityEngine engine, QueryRoles roles)
    {
        var symbol = SymbolOf(entry.Place, context.Compilation);
        return symbol is null
            || !symbol.Locations.Any(static place => place.IsInSource || place == Location.None)
            || (entry.Effect.Length > 0 && !QueryEffectsAnalyzer
                .FindingsOf(symbol, engine, roles, context.Options, context.Compilation, context.CancellationToken)
                .Contains((entry.Rule, entry.Effect)));
    }

    /// <summary>
    /// What an ID names. Not every ID that is written can be read back: one of a member that says which interface it
    /// implements cannot, so that the members of its type are asked for theirs.
    /// </summary>
    private static ISymbol? SymbolOf(string id, Compilation compilation)
    {
        var symbol = DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation);
        int end = id.IndexOf('(') is > 0 and var open ? open : id.Length;
        for (int dot = id.IndexOf('.'); symbol is null && dot > 0 && dot < end; dot = id.IndexOf('.', dot + 1))
        {
            string type = "T:" + id.Substring(2, dot - 2);
            symbol = (DocumentationCommentId.GetFirstSymbolForDeclarationId(type, compilation) as INamedTypeSymbol)
                ?.GetMembers().FirstOrDefault(member => member.GetDocumentationCommentId() == id);
        }

        return symbol;
    }
}
