using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>
/// CQG3014: a middleware stands around no message, nothing makes a message, or nobody asks a validator or a rule.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedPartAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.UnusedPart];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        if (context.Compilation.GetTypeByMetadataName(KnownNames.Unit) is { } unit)
        {
            context.RegisterSymbolAction(symbol => Analyze(symbol, known, unit), SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols known, ITypeSymbol unit)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        bool isMiddleware = MiddlewareFacts.AttributeOf(type) is not null;
        bool isMessage = MessageFacts.AttributeOf(type) is not null;
        if (isMessage && MessageFacts.KindOf(type) == MessageKind.Event)
        {
            ReportRules(context, type);
        }

        bool composes = known.Application.Composes(context.CancellationToken);
        var found = isMiddleware && (composes || MiddlewareFacts.ScopeOf(type) == MiddlewareFacts.Assembly)
            ? OfMiddleware(type, known, unit, context.CancellationToken)
            : (isMessage && composes ? OfMessage(type, known, context.CancellationToken) : null)
                ?? UnaskedValidator.Of(type, known.Compilation, context.CancellationToken);
        if (found is { } unused)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.UnusedPart, Locations.Of(type), unused.What, unused.Remedy));
        }
    }

    /// <summary>Rules that an event states: it has happened, so nobody checks them.</summary>
    private static void ReportRules(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var (member, attribute) in ValidationProblems.OfEvent(type))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.UnusedPart,
                Locations.Of(member),
                $"nothing checks [{attribute}] on '{member.Name}', since '{type.Name}' is an event",
                "State it on the command that leads to it, or remove it"));
        }
    }

    private static (string What, string Remedy)? OfMiddleware(
        INamedTypeSymbol type, KnownSymbols known, ITypeSymbol unit, CancellationToken cancellationToken)
    {
        var messages = known.Application.Messages(cancellationToken)
            .Concat(known.Pipelines.Messages(cancellationToken))
            .ToList();
        if (messages.Count == 0 || DiscoveryRules.IsLeftOut(type, cancellationToken)
            || MiddlewareProblems.Of(type) is not null)
        {
            return null;
        }

        if (MiddlewareFacts.ScopeOf(type) == MiddlewareFacts.Explicit)
        {
            return messages.Exists(message => known.Pipelines.IsUsed(message, type, cancellationToken))
                ? null
                : ($"no message or handler names '{type.Name}' by [Use]", "Name it, or remove it");
        }

        // Messages of modules that the host cannot name are another rule's.
        var hidden = known.Modules.Assemblies(cancellationToken)
            .SelectMany(module => ModuleTypes.Of(module, cancellationToken).HiddenMessages);
        return messages.Concat(hidden).Any(message => MiddlewareFacts.AppliesTo(type, message, unit))
            ? null
            : ($"no message is what '{type.Name}' asks for", "Change its kinds or constraints, or remove it");
    }

    /// <summary>A message whose name nothing mentions but what handles it. Others may use what they can see.</summary>
    private static (string What, string Remedy)? OfMessage(
        INamedTypeSymbol type, KnownSymbols known, CancellationToken cancellationToken)
    {
        bool isProgram = known.Compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary;
        if (type.IsAbstract || (!isProgram && type.IsVisibleOutside()))
        {
            return null;
        }

        bool isUsed = known.Compilation.SyntaxTrees.Any(tree =>
        {
            var used = Locations.IsGenerated(tree) ? [] : NameFacts.Of(tree, cancellationToken).Used;
            return used.Contains(type.Name) || used.Contains("IMessageGateway"); // Which makes messages by their names.
        });
        return isUsed ? null : ($"nothing makes '{type.Name}'", "Dispatch it, or remove it with what handles it");
    }
}
