using CqrsGen.Generators.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Middleware;

/// <summary>Reads the hook methods of a middleware class whose hooks are in order.</summary>
internal static class HookParser
{
    public static EquatableArray<HookModel> Parse(INamedTypeSymbol type) => HookRules.MethodsOf(type)
        .Where(HookProblems.IsCallable)
        .Select(static method => Parse(method, HookRules.KindOf(method.Name)!.Value))
        .ToEquatableArray();

    private static HookModel Parse(IMethodSymbol method, HookKind kind)
    {
        var returned = HandlerRules.ResultOf(method, MessageKind.None, out bool isTask, out bool isValueTask);
        var answer = HookRules.AnswerOf(kind, returned);
        var state = kind == HookKind.Before ? HookRules.StateOf(method) : null;
        var parameters = new List<HookParameterModel>();
        bool hasMessage = false;
        foreach (var parameter in method.Parameters)
        {
            if (HookRules.RoleOf(parameter, kind, hasMessage) is { } role)
            {
                hasMessage |= role == HookParameterRole.Message;
                parameters.Add(new(role, TypePattern.Of(parameter.Type)));
            }
        }

        return new HookModel
        {
            Kind = kind,
            Method = method.Name,
            IsStatic = method.IsStatic,
            IsAsync = isTask || isValueTask,
            Answer = answer switch
            {
                { Name: "Recovery" } => HookAnswer.Recovery,
                { Arity: 2 } => HookAnswer.DecisionWithState,
                not null => HookAnswer.Decision,
                null when state is not null => HookAnswer.State,
                null => HookAnswer.Nothing,
            },
            State = state is null ? null : PatternOf(state),
            AnswerResult = answer is null ? null : TypePattern.Of(answer.TypeArguments[0]),
            TypeParameters = method.TypeParameters.Select(TypePattern.Parameter).ToEquatableArray(),
            Parameters = parameters.ToEquatableArray(),
        };
    }

    /// <summary>The pattern of a state, which a local is declared with: nullable as the hook says.</summary>
    private static string PatternOf(ITypeSymbol state) =>
        state is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
            ? TypePattern.Of(state) + "?"
            : TypePattern.Of(state);
}
