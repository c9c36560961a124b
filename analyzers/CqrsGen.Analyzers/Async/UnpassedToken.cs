using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Async;

/// <summary>A call that could take a token and does not get one. Shared by the rule and its fix.</summary>
/// <param name="Token">The token that is at hand.</param>
/// <param name="Parameter">The parameter that takes it, of the method that is called or of an overload.</param>
/// <param name="IsLast">Whether it can be passed as the last argument, without its name.</param>
internal sealed record UnpassedToken(IParameterSymbol Token, IParameterSymbol Parameter, bool IsLast)
{
    /// <summary>What is missing from a call; null when nothing is.</summary>
    public static UnpassedToken? Find(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (IsLeftAlone(method) || call.Arguments.Any(IsTokenGiven))
        {
            return null;
        }

        // Naming what the call has first is cheaper than looking for overloads.
        var omitted = call.Arguments.FirstOrDefault(static argument =>
            argument.ArgumentKind == ArgumentKind.DefaultValue && TokenScope.IsToken(argument.Parameter?.Type));
        if (omitted is null && !IsAsynchronous(method.ReturnType))
        {
            return null;
        }

        if (TokenScope.Of(call) is not { } token)
        {
            return null;
        }

        var parameter = omitted?.Parameter ?? OverloadOf(call)?.Parameters.Last();
        return parameter is null ? null : new UnpassedToken(token, parameter, IsLastArgument(call, parameter));
    }

    /// <summary>Scheduling is not the work itself, and what is disposed must end.</summary>
    private static bool IsLeftAlone(IMethodSymbol method) =>
        method.Name.StartsWith("Dispose", StringComparison.Ordinal)
        || (method.Name is "Run" or "StartNew" or "ContinueWith" or "Wait" or "WaitAsync"
            && method.ContainingType is { Name: "Task" or "TaskFactory" });

    private static bool IsTokenGiven(IArgumentOperation argument) =>
        argument.ArgumentKind != ArgumentKind.DefaultValue
        && (TokenScope.IsToken(argument.Value.Type) || TokenScope.IsToken(argument.Parameter?.Type));

    private static bool IsAsynchronous(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "IAsyncEnumerable" };

    /// <summary>The overload that takes the same and a token after it.</summary>
    private static IMethodSymbol? OverloadOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (call.Arguments.Any(static argument =>
            argument.ArgumentKind is ArgumentKind.ParamArray or ArgumentKind.DefaultValue))
        {
            return null;
        }

        var around = TokenScope.MethodAround(call);
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(method.Name))
            {
                if (member is IMethodSymbol candidate
                    && candidate.Arity == method.Arity
                    && candidate.IsStatic == method.IsStatic
                    && candidate.Parameters.Length == method.Parameters.Length + 1
                    && TokenScope.IsToken(candidate.Parameters[candidate.Parameters.Length - 1].Type)
                    && !SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, around?.OriginalDefinition)
                    && TakesTheSame(candidate, method)
                    && !IsObsolete(candidate)
                    && around is not null
                    && call.SemanticModel!.Compilation.IsSymbolAccessibleWithin(candidate, around.ContainingType))
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    private static bool TakesTheSame(IMethodSymbol candidate, IMethodSymbol method)
    {
        var closed = method.Arity > 0 ? candidate.Construct([.. method.TypeArguments]) : candidate;
        return SymbolEqualityComparer.Default.Equals(closed.ReturnType, method.ReturnType)
            && method.Parameters.Zip(closed.Parameters, static (one, other) =>
                one.RefKind == other.RefKind && SymbolEqualityComparer.Default.Equals(one.Type, other.Type))
                .All(static same => same);
    }

    private static bool IsObsolete(IMethodSymbol method) =>
        method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute");

    private static bool IsLastArgument(IInvocationOperation call, IParameterSymbol parameter)
    {
        int written = call.Arguments.Count(static argument => !argument.IsImplicit);
        return written == parameter.Ordinal;
    }
}
