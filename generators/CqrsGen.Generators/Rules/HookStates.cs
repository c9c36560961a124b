using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>
/// What the <c>Before</c> of a class gives to its other hooks, and what is wrong with how they take it. The texts lack
/// their subject, the class.
/// </summary>
internal sealed class HookStates
{
    private readonly List<IMethodSymbol> _methods;
    private readonly List<ITypeSymbol> _given;

    public HookStates(INamedTypeSymbol type)
    {
        _methods = HookRules.MethodsOf(type).ToList();
        _given = _methods
            .Where(static method => HookRules.KindOf(method.Name) == HookKind.Before)
            .Select(HookRules.StateOf)
            .OfType<ITypeSymbol>()
            .ToList();
    }

    private IEnumerable<IParameterSymbol> Taken => _methods
        .SelectMany(static method => method.Parameters)
        .Where(static parameter => HookRules.HasState(parameter.GetAttributes()));

    /// <summary>
    /// A parameter that is meant for the state and does not say so. It would be taken for a message or a result that
    /// no message has, and the whole class would silently be left out.
    /// </summary>
    public HandlerProblem? OfUnmarked(IMethodSymbol method)
    {
        var kind = HookRules.KindOf(method.Name)!.Value;
        if (_given.Count == 0 || kind == HookKind.Before)
        {
            return null;
        }

        bool hasMessage = false;
        foreach (var parameter in method.Parameters)
        {
            var role = HookRules.RoleOf(parameter, kind, hasMessage);
            if (_given.Exists(state => IsSame(state, parameter.Type)) && IsMeant(parameter, role))
            {
                return HookProblems.Problem(
                    parameter,
                    $"has {HookProblems.Article(method)} that takes {Display(parameter.Type)}, " +
                    "which its Before returns: mark the parameter [State].");
            }

            hasMessage |= role == HookParameterRole.Message;
        }

        return null;
    }

    /// <summary>What Before returns must fit what the others take: nothing else would compile.</summary>
    public HandlerProblem? OfMarked()
    {
        foreach (var parameter in Taken)
        {
            if (_given.Count == 0)
            {
                return HookProblems.Problem(
                    parameter,
                    "has a [State] parameter but no Before that returns [State]. Write [return: State] on Before.");
            }

            if (_given.Find(state => !Fits(state, parameter.Type)) is { } other)
            {
                return HookProblems.Problem(
                    parameter,
                    $"has {HookProblems.Article(parameter.ContainingSymbol)} that takes [State] " +
                    $"{Display(parameter.Type)}, but Before returns {Display(other)}. Give both the same type.");
            }
        }

        return null;
    }

    /// <summary>Whether a state converts without a cast.</summary>
    public static bool Fits(ITypeSymbol state, ITypeSymbol parameter)
    {
        if (parameter.SpecialType == SpecialType.System_Object || IsSame(state, parameter))
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

    /// <summary>Whether a parameter of a state's type is the state, and not a message or result of that type.</summary>
    private bool IsMeant(IParameterSymbol parameter, HookParameterRole? role) => role switch
    {
        null => parameter.RefKind is not (RefKind.Ref or RefKind.Out),
        HookParameterRole.Message => !IsMessageOfBefore(parameter.Type) && !IsMessage(parameter.Type),
        HookParameterRole.Result => parameter.Type is not ITypeParameterSymbol && !Taken.Any(),
        _ => false,
    };

    private bool IsMessageOfBefore(ITypeSymbol type) => _methods.Any(method =>
        HookRules.KindOf(method.Name) == HookKind.Before
        && method.Parameters.Any(parameter => IsSame(parameter.Type, type)));

    private static bool IsMessage(ITypeSymbol type) => type is ITypeParameterSymbol or IDynamicTypeSymbol
        || type.SpecialType == SpecialType.System_Object
        || MessageRules.KindOf(type, out _, out bool isAmbiguous) != MessageKind.None || isAmbiguous
        || type.GetAttributes().Any(static attribute =>
            MessageRules.KindOfAttribute(attribute.AttributeClass) != MessageKind.None);

    /// <summary>Whether two types are one. Type parameters are compared by name: hooks have their own.</summary>
    private static bool IsSame(ITypeSymbol one, ITypeSymbol other) => (one, other) switch
    {
        (ITypeParameterSymbol, ITypeParameterSymbol) => one.Name == other.Name,
        (IArrayTypeSymbol first, IArrayTypeSymbol second) =>
            first.Rank == second.Rank && IsSame(first.ElementType, second.ElementType),
        (INamedTypeSymbol { Arity: > 0 } first, INamedTypeSymbol { Arity: > 0 } second) =>
            SymbolEqualityComparer.Default.Equals(first.OriginalDefinition, second.OriginalDefinition)
            && first.TypeArguments.Zip(second.TypeArguments, IsSame).All(static same => same),
        _ => SymbolEqualityComparer.Default.Equals(one, other),
    };

    private static string Display(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
