using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Common;

/// <summary>The call that puts an application together, at which rules over all its modules report.</summary>
internal static class Composition
{
    /// <summary>Whether an operation is a call of <c>AddCqrsGen</c>.</summary>
    public static bool IsHere(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: KnownNames.AddCqrsGen, IsExtensionMethod: true } };

    /// <summary>The name in the call.</summary>
    public static Location LocationOf(IOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? access.Name.GetLocation()
            : call.Syntax.GetLocation();
}
