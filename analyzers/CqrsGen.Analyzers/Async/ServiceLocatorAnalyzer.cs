using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Purity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Async;

/// <summary>CQG7007: a handler or middleware asks the service provider for what it could take.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceLocatorAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [AsyncDescriptors.ServiceLocator];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        context.RegisterOperationAction(
            operation => Analyze(operation, known.HandlerCode), OperationKind.Invocation);
        HandlerPaths.Register(context, known, EffectKind.AsksProvider, AsyncDescriptors.ServiceLocator);
    }

    private static void Analyze(OperationAnalysisContext context, HandlerCode code)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Asks(call) is { } service && code.Contains(context.ContainingSymbol))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                AsyncDescriptors.ServiceLocator,
                Locations.OfName(call),
                context.ContainingSymbol.ContainingType.Name,
                service.Short()));
        }
    }

    /// <summary>The service that a call asks a given provider for, where a parameter could; else null.</summary>
    internal static ITypeSymbol? Asks(IInvocationOperation call) =>
        IsLookUp(call.TargetMethod)
        && IsGiven(call.Instance ?? call.Arguments.FirstOrDefault()?.Value)
        && ServiceOf(call) is { } service
        && !IsChosenLate(call)
            ? service
            : null;

    private static bool IsLookUp(IMethodSymbol method) =>
        method.Name is "GetService" or "GetRequiredService" or "GetServices"
            or "GetKeyedService" or "GetRequiredKeyedService" or "GetKeyedServices"
        && method.ContainingType.Name
            is "IServiceProvider" or "IKeyedServiceProvider" or "ISupportRequiredService"
            or "ServiceProviderServiceExtensions" or "ServiceProviderKeyedServiceExtensions";

    /// <summary>
    /// Whether a provider was given to the handler. That of a scope which the handler has opened itself is another
    /// matter: its services cannot be taken.
    /// </summary>
    private static bool IsGiven(IOperation? provider)
    {
        while (provider is IConversionOperation conversion)
        {
            provider = conversion.Operand;
        }

        return provider switch
        {
            IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol method } =>
                method.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction),
            IFieldReferenceOperation { Instance: IInstanceReferenceOperation } => true,
            IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } => true,
            IPropertyReferenceOperation { Property.Name: "RequestServices" } => true,
            _ => false,
        };
    }

    /// <summary>The type that is asked for, where it is written down.</summary>
    private static ITypeSymbol? ServiceOf(IInvocationOperation call)
    {
        var service = call.TargetMethod.Arity == 1
            ? call.TargetMethod.TypeArguments[0]
            : call.Arguments.Select(static argument => argument.Value).OfType<ITypeOfOperation>().FirstOrDefault()
                ?.TypeOperand;
        return service is INamedTypeSymbol { IsUnboundGenericType: false } named
            && !named.TypeArguments.Any(static argument => argument is ITypeParameterSymbol)
            ? named
            : null;
    }

    /// <summary>Whether a key is known only when the code runs: no parameter could ask for that.</summary>
    private static bool IsChosenLate(IInvocationOperation call) => call.Arguments.Any(static argument =>
        argument.Parameter?.Name == "serviceKey" && !argument.Value.ConstantValue.HasValue
        && argument.Value is not IConversionOperation { Operand.ConstantValue.HasValue: true });
}
