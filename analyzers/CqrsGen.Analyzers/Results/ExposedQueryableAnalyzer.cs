using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Results;

/// <summary>CQG2004: a query answers with something that still belongs to its database context.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExposedQueryableAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [ResultDescriptors.ExposedQueryable];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(symbol => Analyze(symbol, known), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols known)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (MessageFacts.DeclaredKindOf(type, out var result) is not (MessageKind.Query or MessageKind.StreamQuery)
            || result is null)
        {
            return;
        }

        var element = ElementOf(result);
        string? problem = IsQueryable(element)
            ? $"'{result.Short()}', which runs when it is read, after its context is gone"
            : IsTracked(type, element, known, context.CancellationToken)
                ? $"'{element.Short()}', an entity that its context tracks"
                : null;
        if (problem is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ResultDescriptors.ExposedQueryable, Locations.Of(type), type.Name, problem));
        }
    }

    private static bool IsQueryable(ITypeSymbol type) =>
        IsQueryableItself(type) || type.AllInterfaces.Any(IsQueryableItself);

    private static bool IsQueryableItself(ITypeSymbol type) => type is
    {
        Name: "IQueryable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" },
    };

    private static ITypeSymbol ElementOf(ITypeSymbol result) => result switch
    {
        _ when IsQueryable(result) => result,
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { Arity: 1, TypeArguments: var arguments } named
            when named.Name == "Result" || named.AllInterfaces.Any(static candidate => candidate.SpecialType
                == SpecialType.System_Collections_IEnumerable) => ElementOf(arguments[0]),
        _ => result,
    };

    /// <summary>
    /// Whether a handler takes a context that has the type as a set, and nowhere says that it does not track.
    /// </summary>
    private static bool IsTracked(
        INamedTypeSymbol query, ITypeSymbol element, KnownSymbols known, CancellationToken cancellationToken) =>
        known.DbContext is { } context
        && element.TypeKind == TypeKind.Class
        && known.Application.HandlersOf(query, cancellationToken).Any(handler =>
            DependenciesOf(handler.Symbol).Any(dependency => HasSet(dependency, element, context))
            && !SaysNoTracking(handler.Symbol, cancellationToken))
        && !known.Compilation.SyntaxTrees.Any(tree => CallFacts.Of(tree, cancellationToken).SetsTracking);

    private static IEnumerable<ITypeSymbol> DependenciesOf(ISymbol handler)
    {
        var parameters = handler is IMethodSymbol method ? method.Parameters : [];
        var owner = handler as INamedTypeSymbol ?? handler.ContainingType;
        return parameters.Concat(owner.InstanceConstructors.SelectMany(static constructor => constructor.Parameters))
            .Select(static parameter => parameter.Type);
    }

    private static bool HasSet(ITypeSymbol dependency, ITypeSymbol element, INamedTypeSymbol context)
    {
        bool isContext = false;
        bool hasSet = false;
        for (var current = dependency; current is not null; current = current.BaseType)
        {
            isContext |= SymbolEqualityComparer.Default.Equals(current, context);
            hasSet |= current.GetMembers().OfType<IPropertySymbol>().Any(property =>
                property.Type is INamedTypeSymbol { Name: "DbSet", Arity: 1 } set
                && SymbolEqualityComparer.Default.Equals(set.TypeArguments[0], element));
        }

        return isContext && hasSet;
    }

    private static bool SaysNoTracking(ISymbol handler, CancellationToken cancellationToken) =>
        handler.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken)
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Any(static name => name.Identifier.ValueText
                is "AsNoTracking" or "AsNoTrackingWithIdentityResolution" or "QueryTrackingBehavior"));
}
