using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3003: generated code cannot make or call a handler, or cannot name a message.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncallableHandlerAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.UncallableHandler];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        if (context.Compilation.GetTypeByMetadataName(KnownNames.Unit) is not { } unit)
        {
            return;
        }

        context.RegisterSymbolAction(symbol => AnalyzeType(symbol, known, unit), SymbolKind.NamedType);
        context.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, known, unit), SymbolKind.Method);
        context.RegisterOperationAction(
            operation => AnalyzeComposition(operation, known), OperationKind.Invocation);
        context.RegisterSyntaxNodeAction(
            AnalyzeFunction,
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.SimpleLambdaExpression,
            SyntaxKind.ParenthesizedLambdaExpression);
    }

    /// <summary>Local functions and lambdas, which are no members of any symbol.</summary>
    private static void AnalyzeFunction(SyntaxNodeAnalysisContext context)
    {
        if (!SyntaxRules.IsCandidateMethod(context.Node))
        {
            return;
        }

        var symbol = context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken)
            ?? context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol;
        if (symbol is IMethodSymbol function && HandlerFacts.IsMarked(function)
            && HandlerProblems.OfMethod(function) is { } problem)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.UncallableHandler,
                context.Node is LambdaExpressionSyntax ? context.Node.GetLocation() : Locations.Of(function),
                problem.Text));
        }
    }

    private static void AnalyzeComposition(OperationAnalysisContext context, KnownSymbols known)
    {
        if (Composition.IsHere(context.Operation))
        {
            foreach (string text in HiddenMiddleware.BetweenModules(known, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    HandlerDescriptors.UncallableHandler, Composition.LocationOf(context.Operation), text));
            }
        }
    }

    private static void AnalyzeType(SymbolAnalysisContext context, KnownSymbols known, ITypeSymbol unit)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return;
        }

        Report(context, UseProblems.Of(type, unit, context.CancellationToken));
        ReportMembers(context, type);
        var problem = OfMessage(type)
            ?? OfHandler(type, context.CancellationToken)
            ?? OfMiddleware(type, context.CancellationToken)
            ?? OfValidator(type, context.CancellationToken)
            ?? OfHiddenMiddleware(type, known, context.CancellationToken);
        if (problem is not null)
        {
            Report(context, type, problem);
        }
    }

    /// <summary>What the members of a message ask for and nobody does.</summary>
    private static void ReportMembers(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (MessageFacts.AttributeOf(type) is not { } attribute)
        {
            return;
        }

        bool validate = AttributeFacts.Argument(attribute, "Validate") is not false;
        foreach (var problem in ValidationProblems.Of(type, MessageFacts.KindOf(type), validate))
        {
            Report(context, type, problem);
        }
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, KnownSymbols known, ITypeSymbol unit)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (DiscoveryRules.IsLeftOut(method.ContainingType, context.CancellationToken))
        {
            return;
        }

        Report(context, UseProblems.Of(method, unit));
        if (!HandlerFacts.IsMarked(method))
        {
            return;
        }

        var type = method.ContainingType;
        bool isReportedOnType = type.TypeKind != TypeKind.Interface
            && OfHandler(type, context.CancellationToken) is not null;
        var problem = HandlerProblems.OfMethod(method)
            ?? (isReportedOnType ? null : HandlerProblems.OfOwner(method))
            ?? OfHiddenMiddleware(method, known, context.CancellationToken);
        if (problem is not null)
        {
            Report(context, method, problem);
        }
    }

    private static HandlerProblem? OfHiddenMiddleware(
        ISymbol symbol, KnownSymbols known, CancellationToken cancellationToken) =>
        HiddenMiddleware.Around(symbol, known, cancellationToken) is { } text
            ? new(HandlerProblemKind.Other, text)
            : null;

    private static HandlerProblem? OfMessage(INamedTypeSymbol type) =>
        MessageFacts.AttributeOf(type) is { } attribute
        && (MessageProblems.Of(type) ?? OfTimeout(type, attribute)) is { } text
            ? new(HandlerProblemKind.Other, text)
            : null;

    private static string? OfTimeout(INamedTypeSymbol type, AttributeData attribute)
    {
        _ = MessageRules.KindOf(type, out var result, out _);
        return MessageProblems.OfTimeout(
            type, MessageFacts.KindOf(type), result, AttributeFacts.Argument(attribute, "TimeoutSeconds") as double?);
    }

    /// <summary>What is wrong with a class that is found as a handler.</summary>
    private static HandlerProblem? OfHandler(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (DiscoveryRules.IsLeftOut(type, cancellationToken))
        {
            return null;
        }

        bool isMarked = HandlerFacts.IsMarked(type);
        bool isHandler = HandlerFacts.HasHandlerInterface(type);
        if (!isHandler)
        {
            return isMarked ? HandlerProblems.OfMarkedClass(type) : null;
        }

        if (!IsFound(type, cancellationToken))
        {
            return null;
        }

        return HandlerProblems.OfClass(type, isMarked) ?? (type.IsAbstract ? null : OfListened(type));
    }

    private static HandlerProblem? OfListened(INamedTypeSymbol type)
    {
        foreach (var candidate in type.AllInterfaces)
        {
            if (HandlerRules.IsHandlerInterface(candidate, out var kind, out var message, out _)
                && HandlerProblems.OfListener(type, message, kind) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static HandlerProblem? OfMiddleware(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.TypeKind == TypeKind.Class
        && MiddlewareFacts.AttributeOf(type) is not null
        && !DiscoveryRules.IsLeftOut(type, cancellationToken)
            ? MiddlewareProblems.Of(type)
            : null;

    private static HandlerProblem? OfValidator(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var validated = type.AllInterfaces
            .Where(static candidate =>
                candidate is { Name: "IValidator", Arity: 1 } && MessageRules.IsOurs(candidate))
            .Select(static candidate => candidate.TypeArguments[0])
            .ToList();
        if (validated.Count == 0 || !IsFound(type, cancellationToken)
            || DiscoveryRules.IsLeftOut(type, cancellationToken))
        {
            return null;
        }

        return HandlerProblems.OfClass(type, isMarked: HandlerFacts.IsMarked(type))
            ?? (type.IsAbstract
                ? null
                : validated.Select(message => HandlerProblems.OfValidated(type, message))
                    .FirstOrDefault(static problem => problem is not null));
    }

    private static bool IsFound(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken)
            is TypeDeclarationSyntax declaration && SyntaxRules.IsCandidateType(declaration));

    private static void Report(SymbolAnalysisContext context, ISymbol symbol, HandlerProblem problem) =>
        context.ReportDiagnostic(Diagnostic.Create(
            HandlerDescriptors.UncallableHandler, Locations.Of(problem.At ?? symbol), problem.Text));

    private static void Report(SymbolAnalysisContext context, IEnumerable<(AttributeData Use, string Text)> problems)
    {
        foreach (var (use, text) in problems)
        {
            if (use.ApplicationSyntaxReference is { } reference)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    HandlerDescriptors.UncallableHandler, reference.SyntaxTree.GetLocation(reference.Span), text));
            }
        }
    }
}
