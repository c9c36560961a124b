using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3020: middleware that is meant for all messages does not run around internal ones of modules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreachedMessageAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.UnreachedMessage];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        if (context.Compilation.GetTypeByMetadataName(KnownNames.Unit) is not { } unit)
        {
            return;
        }

        context.RegisterSymbolAction(symbol => AnalyzeType(symbol, known, unit), SymbolKind.NamedType);
        context.RegisterOperationAction(
            operation => AnalyzeComposition(operation, known, unit), OperationKind.Invocation);
    }

    private static void AnalyzeType(SymbolAnalysisContext context, KnownSymbols known, ITypeSymbol unit)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (MiddlewareFacts.ScopeOf(type) is null or MiddlewareFacts.Explicit
            || DiscoveryRules.IsLeftOut(type, context.CancellationToken)
            || !known.Application.Composes(context.CancellationToken))
        {
            return;
        }

        foreach (var module in known.Modules.Assemblies(context.CancellationToken))
        {
            Report(type, module, unit, Locations.Of(type), context.ReportDiagnostic, context.CancellationToken);
        }
    }

    /// <summary>What no code of this assembly shows: middleware of one module and messages of another.</summary>
    private static void AnalyzeComposition(OperationAnalysisContext context, KnownSymbols known, ITypeSymbol unit)
    {
        if (!Composition.IsHere(context.Operation))
        {
            return;
        }

        var modules = known.Modules.Assemblies(context.CancellationToken);
        foreach (var owner in modules)
        {
            foreach (var middleware in ModuleTypes.Of(owner, context.CancellationToken).Middleware)
            {
                foreach (var module in modules.Where(module => !Knows(module, owner)))
                {
                    Report(
                        middleware,
                        module,
                        unit,
                        Composition.LocationOf(context.Operation),
                        context.ReportDiagnostic,
                        context.CancellationToken);
                }
            }
        }
    }

    /// <summary>Whether a module has put the middleware of another around its messages itself.</summary>
    private static bool Knows(IAssemblySymbol module, IAssemblySymbol owner) =>
        SymbolEqualityComparer.Default.Equals(module, owner)
        || module.Modules.Any(part => part.ReferencedAssemblies.Contains(owner.Identity));

    private static void Report(
        INamedTypeSymbol middleware,
        IAssemblySymbol module,
        ITypeSymbol unit,
        Location location,
        Action<Diagnostic> report,
        CancellationToken cancellationToken)
    {
        var missed = ModuleTypes.Of(module, cancellationToken).HiddenMessages
            .Where(message => MiddlewareFacts.AppliesTo(middleware, message, unit))
            .Select(static message => message.ToDisplayString())
            .ToList();
        if (missed.Count > 0)
        {
            report(Diagnostic.Create(
                HandlerDescriptors.UnreachedMessage, location, middleware.Name, Listing.Of(missed), module.Name));
        }
    }
}
