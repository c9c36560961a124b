using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Async;

/// <summary>
/// CQG7006: a handler or middleware starts work that nobody waits for, or that needs no thread of its own.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnownedWorkAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [AsyncDescriptors.UnownedWork];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        context.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, known.HandlerCode), SymbolKind.Method);
        context.RegisterOperationAction(
            operation => AnalyzeFunction(operation, known.HandlerCode),
            OperationKind.AnonymousFunction,
            OperationKind.LocalFunction);
        context.RegisterOperationAction(
            operation => AnalyzeCall(operation, known.HandlerCode), OperationKind.Invocation);
    }

    /// <summary>A marked method that is async void is reported as one that cannot be generated for.</summary>
    private static void AnalyzeMethod(SymbolAnalysisContext context, HandlerCode code)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (IsAsyncVoid(method) && !HandlerFacts.IsMarked(method) && code.Contains(method))
        {
            Report(
                context.ReportDiagnostic,
                method.Locations[0],
                $"'{method.ContainingType.Name}.{method.Name}' is async void, so nobody can wait for it",
                "Return Task or ValueTask, and await it");
        }
    }

    private static void AnalyzeFunction(OperationAnalysisContext context, HandlerCode code)
    {
        var (method, location) = context.Operation switch
        {
            ILocalFunctionOperation function => (function.Symbol, function.Symbol.Locations[0]),
            IAnonymousFunctionOperation lambda => (lambda.Symbol, LocationOf(lambda)),
            _ => default,
        };
        if (method is not null && IsAsyncVoid(method) && code.Contains(context.ContainingSymbol))
        {
            string name = method.MethodKind == MethodKind.LocalFunction ? $"'{method.Name}'" : "a lambda";
            string whose = $"in '{context.ContainingSymbol.ContainingType.Name}'";
            Report(
                context.ReportDiagnostic,
                location,
                $"{name} {whose} is async void, so nobody can wait for it",
                "Make it return a task, and await it");
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context, HandlerCode code)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!StartsWork(call.TargetMethod) || !code.Contains(context.ContainingSymbol))
        {
            return;
        }

        string name = $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}";
        string whose = $"in '{context.ContainingSymbol.ContainingType.Name}'";
        if (IsForgotten(call))
        {
            Report(
                context.ReportDiagnostic,
                Locations.OfName(call),
                $"nobody waits for what '{name}' starts {whose}",
                "Await the work, or hand it to a hosted service");
        }
        else if (IsAwaitedAtOnce(call))
        {
            Report(
                context.ReportDiagnostic,
                Locations.OfName(call),
                $"'{name}' {whose} takes a second thread for work that the first one waits for",
                "Do the work here");
        }
    }

    /// <summary>Tasks that are kept or passed on may run side by side, which is what the method is for.</summary>
    private static bool IsAwaitedAtOnce(IInvocationOperation call)
    {
        var user = UserOf(call);
        if (user is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
        {
            user = UserOf(user);
        }

        return user is IAwaitOperation;
    }

    private static bool IsForgotten(IInvocationOperation call) => UserOf(call) switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        _ => false,
    };

    private static IOperation? UserOf(IOperation operation)
    {
        var user = operation.Parent;
        while (user is IConversionOperation or IParenthesizedOperation)
        {
            user = user.Parent;
        }

        return user;
    }

    private static bool StartsWork(IMethodSymbol method) =>
        ((method.Name == "Run" && method.ContainingType.Name == "Task")
            || (method.Name == "StartNew" && method.ContainingType.Name == "TaskFactory"))
        && method.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    /// <summary>A handler of a .NET event must return nothing.</summary>
    private static bool IsAsyncVoid(IMethodSymbol method) =>
        method is { IsAsync: true, ReturnsVoid: true }
        && !(method.Parameters.Length == 2 && IsEventArgs(method.Parameters[1].Type));

    private static bool IsEventArgs(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "EventArgs", ContainingNamespace.Name: "System" })
            {
                return true;
            }
        }

        return false;
    }

    private static Location LocationOf(IAnonymousFunctionOperation lambda) =>
        lambda.Syntax is AnonymousFunctionExpressionSyntax syntax
            ? syntax.AsyncKeyword.GetLocation()
            : lambda.Syntax.GetLocation();

    private static void Report(Action<Diagnostic> report, Location location, string problem, string remedy) =>
        report(Diagnostic.Create(AsyncDescriptors.UnownedWork, location, problem, remedy));
}
