using CqrsGen.Generators.Common;
using CqrsGen.Generators.Middleware;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>A hook of a stage, ready to be called.</summary>
/// <param name="Kind">When it runs.</param>
/// <param name="Method">The method with its type arguments.</param>
/// <param name="IsStatic">Whether it is called on the class.</param>
/// <param name="IsAsync">Whether it must be awaited.</param>
/// <param name="Answer">What it returns.</param>
/// <param name="State">The type of the state that it returns; null for none.</param>
/// <param name="AnswerResult">The result inside what it returns; null for none.</param>
/// <param name="Parameters">What it receives, in order.</param>
internal sealed record HookCall(
    HookKind Kind,
    string Method,
    bool IsStatic,
    bool IsAsync,
    HookAnswer Answer,
    string? State,
    string? AnswerResult,
    EquatableArray<HookParameterModel> Parameters)
{
    public bool Takes(HookParameterRole role)
    {
        foreach (var parameter in Parameters)
        {
            if (parameter.Role == role)
            {
                return true;
            }
        }

        return false;
    }
}
