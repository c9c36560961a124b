using CqrsGen.Generators.Common;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Middleware;

/// <summary>One hook method.</summary>
internal sealed record HookModel
{
    public required HookKind Kind { get; init; }

    public required string Method { get; init; }

    public bool IsStatic { get; init; }

    /// <summary>Whether it returns a task that must be awaited.</summary>
    public bool IsAsync { get; init; }

    public HookAnswer Answer { get; init; }

    /// <summary>The state's type pattern for <c>Before</c>; null for none.</summary>
    public string? State { get; init; }

    /// <summary>The pattern of the result inside <c>Decision</c> or <c>Recovery</c>.</summary>
    public string? AnswerResult { get; init; }

    public EquatableArray<TypeParameterModel> TypeParameters { get; init; }

    public EquatableArray<HookParameterModel> Parameters { get; init; }
}
