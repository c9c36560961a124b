using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3008: a handler or middleware that is stated to be a singleton takes a shorter-lived service.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CapturedServiceAnalyzer : CqrsAnalyzer
{
    private const int Singleton = 1;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.CapturedService];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        context.RegisterSymbolAction(symbol => AnalyzeType(symbol, known), SymbolKind.NamedType);
        context.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, known), SymbolKind.Method);
    }

    private static void AnalyzeType(SymbolAnalysisContext context, KnownSymbols known)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind == TypeKind.Class && !type.IsStatic
            && (IsStatedSingleton(HandlerFacts.AttributeOf(type))
                || IsStatedSingleton(AttributeFacts.Find(type, "MiddlewareAttribute")))
            && !DiscoveryRules.IsLeftOut(type, context.CancellationToken)
            && HandlerConstructors.Of(type, out _) is { } constructor)
        {
            Report(context, known, type.Name, constructor.Parameters);
        }
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, KnownSymbols known)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!IsStatedSingleton(HandlerFacts.AttributeOf(method))
            || DiscoveryRules.IsLeftOut(method.ContainingType, context.CancellationToken))
        {
            return;
        }

        string name = $"{method.ContainingType.Name}.{method.Name}";
        Report(context, known, name, method.Parameters.Skip(1));
        if (!method.IsStatic && !IsStatedSingleton(HandlerFacts.AttributeOf(method.ContainingType))
            && HandlerConstructors.Of(method.ContainingType, out _) is { } constructor)
        {
            Report(context, known, name, constructor.Parameters);
        }
    }

    private static bool IsStatedSingleton(AttributeData? attribute) =>
        attribute is not null && AttributeFacts.Argument(attribute, "Lifetime") is Singleton;

    private static void Report(
        SymbolAnalysisContext context, KnownSymbols known, string name, IEnumerable<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (ShorterLife(parameter.Type, known, context.CancellationToken) is { } life)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    HandlerDescriptors.CapturedService,
                    Locations.Of(parameter),
                    name,
                    parameter.Type.Short(),
                    life));
            }
        }
    }

    /// <summary>What is known of a service that lives shorter than the application; null where nothing is.</summary>
    private static string? ShorterLife(ITypeSymbol service, KnownSymbols known, CancellationToken cancellationToken)
    {
        service = ItemOf(service);
        if (IsByNatureScoped(service, known))
        {
            return "scoped";
        }

        return known.Services.LifetimeOf(service, cancellationToken) switch
        {
            ServiceLifetime.Scoped => "registered as scoped",
            ServiceLifetime.Transient => "registered as transient",
            _ => null,
        };
    }

    /// <summary>An enumerable stands for every registration of its items.</summary>
    private static ITypeSymbol ItemOf(ITypeSymbol service) =>
        service.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            ? ((INamedTypeSymbol)service).TypeArguments[0]
            : service;

    private static bool IsByNatureScoped(ITypeSymbol service, KnownSymbols known)
    {
        if (known.ScopedServices.Contains(service.OriginalDefinition))
        {
            return true;
        }

        for (var current = service; current is not null && known.DbContext is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, known.DbContext))
            {
                return true;
            }
        }

        return false;
    }
}
