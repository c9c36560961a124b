using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// What an old code base has and is to keep for now: additional files whose names end with <c>.cqrsbaseline.txt</c>,
/// one finding a line.
/// </summary>
internal sealed class Baseline
{
    public const string Ending = ".cqrsbaseline.txt";

    /// <summary>The line, among the properties of a diagnostic.</summary>
    public const string Property = "Baseline";

    private readonly HashSet<string> _lines;

    public Baseline(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) => _lines = new(
        files.Where(IsFile)
            .Select(file => file.GetText(cancellationToken)).OfType<SourceText>()
            .SelectMany(static text => text.Lines.Select(static line => line.ToString().Trim())),
        StringComparer.Ordinal);

    /// <summary>
    /// The rules whose findings can be kept: all that are neither errors nor about what is said to the rules.
    /// </summary>
    public static ImmutableHashSet<string> Rules { get; } =
    [
        DiagnosticIds.QueryWritesExternally,
        DiagnosticIds.QuerySendsCommand,
        DiagnosticIds.QueryPublishesEvent,
        DiagnosticIds.QueryAppends,
        DiagnosticIds.QueryWritesStaticState,
        DiagnosticIds.QueryChangesState,
        DiagnosticIds.QueryChangesMessage,
        DiagnosticIds.QueryChangesEntity,
        DiagnosticIds.QueryCallsUnknown,
        DiagnosticIds.QueryCallsSuspected,
        DiagnosticIds.BrokenPromise,
        DiagnosticIds.CommandResult,
        DiagnosticIds.CommandReturnsData,
        DiagnosticIds.QueryWithoutResult,
        DiagnosticIds.ExposedQueryable,
        DiagnosticIds.IdleCommand,
        DiagnosticIds.MessageWithoutHandler,
        DiagnosticIds.NestedCommand,
        DiagnosticIds.CommandFromEvent,
        DiagnosticIds.DispatchCycle,
        DiagnosticIds.CapturedService,
        DiagnosticIds.UnawaitedDispatch,
        DiagnosticIds.ContradictingName,
        DiagnosticIds.HandlerState,
        DiagnosticIds.UnusedPart,
        DiagnosticIds.MessageNotPartial,
        DiagnosticIds.InheritedHandler,
        DiagnosticIds.UnreachedMessage,
        DiagnosticIds.MisnamedHook,
        DiagnosticIds.UnmarkedMiddleware,
        DiagnosticIds.InheritedValidator,
        DiagnosticIds.SettableMessage,
        DiagnosticIds.MutableCollection,
        DiagnosticIds.MessageNotRecord,
        DiagnosticIds.CarriedService,
        DiagnosticIds.MessageSuffix,
        DiagnosticIds.ReflectingHandler,
        DiagnosticIds.EmittedCode,
        DiagnosticIds.UnpassedToken,
        DiagnosticIds.TokenOfNobody,
        DiagnosticIds.BlockingWait,
        DiagnosticIds.UnownedWork,
        DiagnosticIds.ServiceLocator,
    ];

    /// <summary>The rules that are errors of the build, so that nothing keeps what they find.</summary>
    public static ImmutableHashSet<string> Errors { get; } =
    [
        DiagnosticIds.MessageOfTwoKinds,
        DiagnosticIds.SeveralHandlers,
        DiagnosticIds.UncallableHandler,
        DiagnosticIds.AmbiguousOrder,
        DiagnosticIds.WrongVerb,
        DiagnosticIds.IncompleteMessage,
        DiagnosticIds.DuplicateWireName,
        DiagnosticIds.HiddenName,
    ];

    /// <summary>The rules about what is said to the rules.</summary>
    public static ImmutableHashSet<string> Own { get; } =
        [DiagnosticIds.Assumption, DiagnosticIds.UnreadableSetting, DiagnosticIds.BaselineLine];

    /// <summary>Whether there is a file at all.</summary>
    public static bool IsAmong(ImmutableArray<AdditionalText> files) => files.Any(IsFile);

    /// <summary>Whether a file is a baseline.</summary>
    public static bool IsFile(AdditionalText file) =>
        file.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a line is empty or a comment.</summary>
    public static bool IsBlank(string line) => line.Length == 0 || line[0] == '#';

    /// <summary>A finding as a line: the rule, the member, and what it does.</summary>
    public static string LineOf(string rule, ISymbol member, string effect) =>
        $"{rule} {member.GetDocumentationCommentId()} {effect}";

    /// <summary>Whether a finding is to be kept.</summary>
    public bool Has(string line) => _lines.Contains(line);

    /// <summary>Whether whatever a rule finds in a symbol, or in what is around it, is to be kept.</summary>
    public bool Has(string rule, ISymbol? symbol)
    {
        for (; symbol is not null; symbol = symbol.ContainingSymbol)
        {
            if ((symbol.GetDocumentationCommentId() is { } id && Has($"{rule} {id}"))
                || (symbol is IMethodSymbol { AssociatedSymbol: { } property } && Has(rule, property)))
            {
                return true;
            }
        }

        return false;
    }
}
