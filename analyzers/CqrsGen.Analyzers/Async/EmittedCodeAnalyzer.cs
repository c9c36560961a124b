using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Purity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Async;

/// <summary>CQG7002: a handler or middleware compiles expressions or emits code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmittedCodeAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [AsyncDescriptors.EmittedCode];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        context.RegisterOperationAction(
            operation => Analyze(operation, known.HandlerCode),
            OperationKind.Invocation,
            OperationKind.ObjectCreation);
        HandlerPaths.Register(context, known, EffectKind.MakesCode, AsyncDescriptors.EmittedCode);
    }

    private static void Analyze(OperationAnalysisContext context, HandlerCode code)
    {
        var method = context.Operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation created => created.Constructor,
            _ => null,
        };
        if (method is not null && MakesCode(method)
            && code.Contains(context.ContainingSymbol)
            && !ReflectingHandlerAnalyzer.SaysSo(context.ContainingSymbol))
        {
            string name = method.ContainingType.Name;
            context.ReportDiagnostic(Diagnostic.Create(
                AsyncDescriptors.EmittedCode,
                Locations.OfName(context.Operation),
                context.ContainingSymbol.ContainingType.Name,
                method.MethodKind == MethodKind.Constructor ? name : $"{name}.{method.Name}"));
        }
    }

    /// <summary>Whether a method or constructor of .NET makes code.</summary>
    internal static bool MakesCode(IMethodSymbol method) => (method.ContainingType.Name, method.Name) switch
    {
        ("Expression" or "LambdaExpression", "Compile" or "CompileToMethod") => IsIn(method, "System.Linq.Expressions"),
        ("AssemblyBuilder", "DefineDynamicAssembly") => IsIn(method, "System.Reflection.Emit"),
        ("DynamicMethod", ".ctor") => IsIn(method, "System.Reflection.Emit"),
        _ => false,
    };

    private static bool IsIn(IMethodSymbol method, string space) =>
        method.ContainingNamespace.ToDisplayString() == space;
}
