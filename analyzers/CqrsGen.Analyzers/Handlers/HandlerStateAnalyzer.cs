using System.Collections.Concurrent;
using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Purity;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3011: a handler or middleware changes a field of its own while it handles a message.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerStateAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.HandlerState];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolStartAction(start => Start(start, known.HandlerCode), SymbolKind.NamedType);

    private static void Start(SymbolStartAnalysisContext context, HandlerCode code)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if ((!code.ContainsType(type) && !HasMarkedMethod(type)) || IsOfQueriesAlone(type, context.CancellationToken))
        {
            return;
        }

        // Where each member is changed first, in the order of the source whatever the order of analysis.
        var changes = new ConcurrentDictionary<ISymbol, (int Position, string Member)>(SymbolEqualityComparer.Default);
        context.RegisterOperationAction(
            operation =>
            {
                if (StateWrite.Find(operation.Operation, type) is { } state
                    && !Contracts.IsMemo(state)
                    && StateWrite.IsMessageCode(HandlerRoles.MemberOf(operation.ContainingSymbol))
                    && !IsOfQueriesAlone(HandlerRoles.Of(operation.ContainingSymbol, operation.CancellationToken)))
                {
                    var here = (operation.Operation.Syntax.SpanStart, MemberName(operation.ContainingSymbol));
                    changes.AddOrUpdate(
                        state, here, (_, known) => known.CompareTo(here) < 0 ? known : here);
                }
            },
            OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment,
            OperationKind.Increment,
            OperationKind.Decrement,
            OperationKind.Invocation);
        context.RegisterSymbolEndAction(end => Report(end, type, changes));
    }

    private static void Report(
        SymbolAnalysisContext context,
        INamedTypeSymbol type,
        ConcurrentDictionary<ISymbol, (int Position, string Member)> changes)
    {
        foreach (var change in changes.OrderBy(static change => change.Key.Name, StringComparer.Ordinal))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.HandlerState,
                change.Key.Locations[0],
                change.Key.Name,
                type.Name,
                change.Value.Member));
        }
    }

    /// <summary>Whether a class works for queries alone: what those change is CQG1006's to report.</summary>
    private static bool IsOfQueriesAlone(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        QueryRoots.IsQueryMiddleware(type)
        || IsOfQueriesAlone(HandlerFacts.HandledBy(type, cancellationToken)
            .Concat(type.GetMembers().Where(HandlerFacts.IsMarked)
                .SelectMany(member => HandlerRoles.Of(member, cancellationToken)))
            .ToImmutableArray());

    private static bool IsOfQueriesAlone(ImmutableArray<HandlerEntry> handled) =>
        !handled.IsEmpty
        && handled.All(static entry => entry.Kind is MessageKind.Query or MessageKind.StreamQuery);

    private static bool HasMarkedMethod(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class
        && type.GetMembers().Any(static member => member is IMethodSymbol { IsStatic: false }
            && HandlerFacts.IsMarked(member));

    private static string MemberName(ISymbol symbol)
    {
        var member = HandlerRoles.MemberOf(symbol);
        return (member as IMethodSymbol)?.AssociatedSymbol?.Name ?? member.Name;
    }
}
