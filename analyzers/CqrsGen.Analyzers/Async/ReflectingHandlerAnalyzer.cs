using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Purity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Async;

/// <summary>CQG7001: a handler or middleware uses reflection or dynamic calls.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReflectingHandlerAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [AsyncDescriptors.ReflectingHandler];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        context.RegisterOperationAction(
            operation => Analyze(operation, known.HandlerCode),
            OperationKind.Invocation,
            OperationKind.DynamicInvocation,
            OperationKind.DynamicMemberReference,
            OperationKind.DynamicIndexerAccess,
            OperationKind.DynamicObjectCreation);
        HandlerPaths.Register(context, known, EffectKind.Reflects, AsyncDescriptors.ReflectingHandler);
    }

    private static void Analyze(OperationAnalysisContext context, HandlerCode code)
    {
        string? found = context.Operation switch
        {
            IInvocationOperation call => IsReflection(call.TargetMethod)
                ? $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}"
                : null,
            IDynamicMemberReferenceOperation { Parent: IDynamicInvocationOperation } => null, // One report is enough.
            _ => "dynamic",
        };
        if (found is not null && code.Contains(context.ContainingSymbol) && !SaysSo(context.ContainingSymbol))
        {
            var place = context.Operation is IInvocationOperation
                ? Locations.OfName(context.Operation)
                : context.Operation.Syntax.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(
                AsyncDescriptors.ReflectingHandler, place, context.ContainingSymbol.ContainingType.Name, found));
        }
    }

    /// <summary>Whether a member, or its class, tells the trimmer, and so others, that it needs reflection.</summary>
    internal static bool SaysSo(ISymbol symbol)
    {
        for (var current = symbol; current is IMethodSymbol or INamedTypeSymbol; current = current.ContainingSymbol)
        {
            if (current.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name
                is "RequiresDynamicCodeAttribute" or "RequiresUnreferencedCodeAttribute"
                or "UnconditionalSuppressMessageAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a method of .NET finds something by its name or type at run time.</summary>
    internal static bool IsReflection(IMethodSymbol method) => method.ContainingType.Name switch
    {
        "Activator" => method is { Name: "CreateInstance", Arity: 0 } && IsIn(method, "System"),
        "Type" => IsIn(method, "System") && method.Name switch
        {
            "GetType" => method.IsStatic,
            "MakeGenericType" or "InvokeMember" => true,
            "GetMethod" or "GetMethods" or "GetProperty" or "GetProperties" or "GetField" or "GetFields"
                or "GetMember" or "GetMembers" or "GetConstructor" or "GetConstructors" or "GetEvent" or "GetEvents"
                or "GetNestedType" or "GetNestedTypes" => true,
            _ => false,
        },
        "Delegate" => method.Name == "DynamicInvoke" && IsIn(method, "System"),
        "MethodInfo" or "MethodBase" or "ConstructorInfo" =>
            method.Name is "MakeGenericMethod" or "Invoke" && IsIn(method, "System.Reflection"),
        "PropertyInfo" or "FieldInfo" => method.Name is "GetValue" or "SetValue" && IsIn(method, "System.Reflection"),
        "Assembly" => method.Name is "Load" or "LoadFrom" or "LoadFile" or "GetType" or "GetTypes"
            or "GetExportedTypes" or "CreateInstance" && IsIn(method, "System.Reflection"),
        _ => false,
    };

    private static bool IsIn(IMethodSymbol method, string space) =>
        method.ContainingNamespace.ToDisplayString() == space;
}
