using CqrsGen.Analyzers.Async;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>What handlers should do without, however many calls away.</summary>
internal static class Hints
{
    /// <summary>What an operation is, and its name; null when it is none of that.</summary>
    public static (EffectKind Kind, string Name)? Find(IOperation operation) => operation switch
    {
        IInvocationOperation call when ReflectingHandlerAnalyzer.IsReflection(call.TargetMethod) =>
            (EffectKind.Reflects, Names.Full(call.TargetMethod)),
        IInvocationOperation call when EmittedCodeAnalyzer.MakesCode(call.TargetMethod) =>
            (EffectKind.MakesCode, Names.Full(call.TargetMethod)),
        IInvocationOperation call when ServiceLocatorAnalyzer.Asks(call) is { } service =>
            (EffectKind.AsksProvider, service.Name),
        IObjectCreationOperation { Constructor: { } constructor } when EmittedCodeAnalyzer.MakesCode(constructor) =>
            (EffectKind.MakesCode, constructor.ContainingType.Name),
        IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation =>
            (EffectKind.Reflects, "dynamic"),
        _ => null,
    };
}
