using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Common;

/// <summary>What rules ask of calls that dispatch a message.</summary>
internal static class Buses
{
    /// <summary>Whether a type, or one of its interfaces, is a bus or the dispatcher.</summary>
    public static bool IsBus(ITypeSymbol type) => IsBusItself(type) || type.AllInterfaces.Any(IsBusItself);

    /// <summary>Whether a call dispatches messages.</summary>
    public static bool IsDispatch(IInvocationOperation call) =>
        IsVerb(call.TargetMethod.Name) && IsBus(call.TargetMethod.ContainingType);

    /// <summary>Whether a call sends commands.</summary>
    public static bool IsSend(IInvocationOperation call) =>
        call.TargetMethod.Name is "SendAsync" or "SendAllAsync" && IsBus(call.TargetMethod.ContainingType);

    /// <summary>Whether a method of this name dispatches messages, if it is one of a bus.</summary>
    public static bool IsVerb(string name) => name
        is "SendAsync" or "SendAllAsync" or "QueryAsync" or "QueryAllAsync" or "StreamAsync" or "PublishAsync";

    private static bool IsBusItself(ITypeSymbol type) =>
        type.Name is "IDispatcher" or "Dispatcher" or "ICommandBus" or "IQueryBus" or "IEventBus"
        && MessageRules.IsOurs(type);
}
