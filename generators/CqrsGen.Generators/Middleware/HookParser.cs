using CqrsGen.Generators.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Middleware;

/// <summary>Reads the hook methods of a middleware class.</summary>
internal static class HookParser
{
    public static EquatableArray<HookModel> Parse(INamedTypeSymbol type, ref string? problem)
    {
        var hooks = new List<HookModel>();
        foreach (var method in MethodsOf(type))
        {
            if (method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal))
            {
                problem ??=
                    $"has a {method.Name} that is neither public nor internal, so nobody could call it. " +
                    "Make it public, or give it another name.";
                continue;
            }

            hooks.Add(Parse(method, KindOf(method.Name)!.Value, ref problem));
        }

        for (var current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (MethodsOf(current).FirstOrDefault(hook => !IsOverridden(hook, type)) is { } inherited)
            {
                problem ??=
                    $"inherits {inherited.Name} from {current.ToDisplayString()}, " +
                    "and hooks of base classes are not called. Declare it here.";
            }
        }

        bool hasState = hooks.Any(static hook => hook.State is not null);
        if (!hasState && hooks.Any(static hook => hook.Kind != HookKind.Before
                && hook.Parameters.Any(static parameter => parameter.Role == HookParameterRole.State)))
        {
            problem ??= "has a [State] parameter but no Before that returns [State]. Write [return: State] on Before.";
        }

        CheckStates(type, ref problem);
        return hooks.ToEquatableArray();
    }

    /// <summary>What Before returns must fit what the others take: nothing else would compile.</summary>
    private static void CheckStates(INamedTypeSymbol type, ref string? problem)
    {
        var methods = MethodsOf(type).ToList();
        var given = methods
            .Where(static method => KindOf(method.Name) == HookKind.Before)
            .Select(StateOf)
            .OfType<ITypeSymbol>()
            .ToList();
        foreach (var method in methods)
        {
            foreach (var parameter in method.Parameters.Where(static parameter => HasState(parameter.GetAttributes())))
            {
                if (given.FirstOrDefault(state => !Fits(state, parameter.Type)) is { } other)
                {
                    problem ??=
                        $"has a {method.Name} that takes [State] {parameter.Type.Display()}, " +
                        $"but Before returns {other.Display()}. Give both the same type.";
                }
            }
        }
    }

    private static ITypeSymbol? StateOf(IMethodSymbol before)
    {
        var returned = HandlerRules.ResultOf(before, MessageKind.None, out _, out _);
        return returned is INamedTypeSymbol { Name: "Decision", Arity: 2 } decision && MessageRules.IsOurs(decision)
            ? decision.TypeArguments[1]
            : HasState(before.GetReturnTypeAttributes()) ? returned : null;
    }

    /// <summary>
    /// Whether a state converts without a cast. Type parameters are compared by name: hooks have their own.
    /// </summary>
    private static bool Fits(ITypeSymbol state, ITypeSymbol parameter)
    {
        if (parameter.SpecialType == SpecialType.System_Object || TypePattern.Of(state) == TypePattern.Of(parameter))
        {
            return true;
        }

        for (var current = state; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, parameter))
            {
                return true;
            }
        }

        return state.AllInterfaces.Contains(parameter, SymbolEqualityComparer.Default);
    }

    /// <summary>The methods that are hooks by their name.</summary>
    internal static IEnumerable<IMethodSymbol> MethodsOf(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IMethodSymbol>()
        .Where(static method => method.MethodKind == MethodKind.Ordinary && KindOf(method.Name) is not null);

    private static bool IsOverridden(IMethodSymbol hook, INamedTypeSymbol type) =>
        hook.IsAbstract || MethodsOf(type).Any(own => own.OverriddenMethod is not null && own.Name == hook.Name);

    private static HookKind? KindOf(string name) => name switch
    {
        "Before" or "BeforeAsync" => HookKind.Before,
        "After" or "AfterAsync" => HookKind.After,
        "Failed" or "FailedAsync" => HookKind.Failed,
        "Finally" or "FinallyAsync" => HookKind.Finally,
        _ => null,
    };

    private static HookModel Parse(IMethodSymbol method, HookKind kind, ref string? problem)
    {
        var returned = HandlerRules.ResultOf(method, MessageKind.None, out bool isTask, out bool isValueTask);
        var (answer, state, answerResult) = AnswerOf(method, kind, returned, ref problem);
        var parameters = new List<HookParameterModel>();
        bool hasMessage = false;
        foreach (var parameter in method.Parameters)
        {
            var role = RoleOf(parameter, kind, hasMessage);
            hasMessage |= role == HookParameterRole.Message;
            if (role is null || parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                problem ??=
                    $"has a {method.Name} whose parameter {parameter.Name} is nothing that a hook can receive. " +
                    "Hooks take the message, the result (After), the exception (Failed), [State], " +
                    "MessageInfo, MessageContext and CancellationToken; take services in the constructor.";
                continue;
            }

            parameters.Add(new(role.Value, TypePattern.Of(parameter.Type)));
        }

        var bound = new HashSet<string>(parameters.Select(static parameter => parameter.TypePattern));
        if (answerResult is not null)
        {
            bound.Add(answerResult);
        }

        foreach (var parameter in method.TypeParameters)
        {
            if (!bound.Contains("{" + parameter.Name + "}"))
            {
                problem ??=
                    $"has a {method.Name} whose type parameter {parameter.Name} " +
                    "is neither the message nor the result. Remove it.";
            }
        }

        return new HookModel
        {
            Kind = kind,
            Method = method.Name,
            IsStatic = method.IsStatic,
            IsAsync = isTask || isValueTask,
            Answer = answer,
            State = state,
            AnswerResult = answerResult,
            TypeParameters = method.TypeParameters.Select(TypePattern.Parameter).ToEquatableArray(),
            Parameters = parameters.ToEquatableArray(),
        };
    }

    private static (HookAnswer Answer, string? State, string? Result) AnswerOf(
        IMethodSymbol method, HookKind kind, ITypeSymbol? returned, ref string? problem)
    {
        if (returned is null)
        {
            return (HookAnswer.Nothing, null, null);
        }

        if (returned is INamedTypeSymbol named && MessageRules.IsOurs(named))
        {
            switch (kind, named.Name, named.Arity)
            {
                case (HookKind.Before, "Decision", 1):
                    return (HookAnswer.Decision, null, TypePattern.Of(named.TypeArguments[0]));
                case (HookKind.Before, "Decision", 2):
                    return (
                        HookAnswer.DecisionWithState,
                        StateOf(named.TypeArguments[1]),
                        TypePattern.Of(named.TypeArguments[0]));
                case (HookKind.Failed, "Recovery", 1):
                    return (HookAnswer.Recovery, null, TypePattern.Of(named.TypeArguments[0]));
            }
        }

        if (kind == HookKind.Before && HasState(method.GetReturnTypeAttributes()))
        {
            return (HookAnswer.State, StateOf(returned), null);
        }

        problem ??=
            $"has a {method.Name} that returns {returned.ToDisplayString()}. " +
            "Before may return Decision or a value marked [return: State], " +
            "Failed may return Recovery; otherwise return nothing.";
        return (HookAnswer.Nothing, null, null);
    }

    /// <summary>The pattern of a state, which a local is declared with: nullable as the hook says.</summary>
    private static string StateOf(ITypeSymbol state) =>
        state is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
            ? TypePattern.Of(state) + "?"
            : TypePattern.Of(state);

    private static HookParameterRole? RoleOf(IParameterSymbol parameter, HookKind kind, bool hasMessage)
    {
        if (HasState(parameter.GetAttributes()))
        {
            return kind == HookKind.Before ? null : HookParameterRole.State;
        }

        var type = parameter.Type;
        switch (type.Name)
        {
            case "CancellationToken" when type.ContainingNamespace.Name == "Threading":
                return HookParameterRole.Token;
            case "MessageInfo" when MessageRules.IsOurs(type):
                return HookParameterRole.Info;
            case "MessageContext" when MessageRules.IsOurs(type):
                return HookParameterRole.Context;
            case "Exception" when type.ContainingNamespace.Name == "System":
                return kind is HookKind.Failed ? HookParameterRole.Exception : null;
        }

        return IsException(type) ? null
            : !hasMessage ? HookParameterRole.Message
            : kind == HookKind.After ? HookParameterRole.Result
            : null;
    }

    private static bool HasState(System.Collections.Immutable.ImmutableArray<AttributeData> attributes) =>
        attributes.Any(static attribute =>
            attribute.AttributeClass is { Name: "StateAttribute" } type && MessageRules.IsOurs(type));

    /// <summary>A kind of exception: no message, so a hook that asks for it would silently never run.</summary>
    private static bool IsException(ITypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current is
                {
                    Name: "Exception",
                    ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
                })
            {
                return true;
            }
        }

        return false;
    }
}
