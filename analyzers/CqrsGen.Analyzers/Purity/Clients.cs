using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Connected clients of SignalR, called through an interface of the user's own.</summary>
internal static class Clients
{
    public static readonly CatalogueEntry Sends = new("", true, CatalogueAction.Write, "clients");

    /// <summary>Whether what is called comes from <c>hub.Clients.All</c> and its like.</summary>
    public static bool IsSentTo(IOperation? instance)
    {
        var source = instance?.Bare() switch
        {
            IPropertyReferenceOperation property => (ISymbol)property.Property,
            IInvocationOperation call => call.TargetMethod,
            _ => null,
        };
        return source?.ContainingType is { Arity: 1, Name: "IHubClients" or "IHubCallerClients" } type
            && type.ContainingNamespace?.ToDisplayString() == "Microsoft.AspNetCore.SignalR"
            && instance!.Type is { Name: not "IClientProxy" and not "ISingleClientProxy" };
    }
}
