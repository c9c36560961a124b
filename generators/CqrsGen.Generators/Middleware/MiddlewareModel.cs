using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Middleware;

/// <summary>A middleware class.</summary>
internal sealed record MiddlewareModel
{
    /// <summary>
    /// The class in code; an around middleware is written with its type parameters, <c>Retry&lt;TMessage,
    /// TResult&gt;</c>.
    /// </summary>
    public required string Type { get; init; }

    public required MiddlewareForm Form { get; init; }

    public required int Order { get; init; }

    /// <summary>A set of kinds: 1 commands, 2 queries, 4 stream queries, 8 events.</summary>
    public int Kinds { get; init; } = 15;

    /// <summary>0 assembly, 1 application, 2 explicit.</summary>
    public int Scope { get; init; }

    public bool IsSingleton { get; init; }

    public bool IsPublic { get; init; } = true;

    public EquatableArray<DependencyModel> Dependencies { get; init; }

    /// <summary>What code that names and calls it must be prepared for.</summary>
    public Notices Notices { get; init; } = Notices.None;

    public EquatableArray<HookModel> Hooks { get; init; }

    /// <summary>For an around middleware, the class's type parameters.</summary>
    public EquatableArray<TypeParameterModel> TypeParameters { get; init; }

    /// <summary>
    /// For an around middleware, what it implements: the message's and the result's type, perhaps type parameters.
    /// </summary>
    public string? MessagePattern { get; init; }

    public string? ResultPattern { get; init; }

    /// <summary>The built-in that it is, by its bit in <c>BuiltIn</c>; 0 for others.</summary>
    public int BuiltIn { get; init; }

    public Omission? Omission { get; init; }

    /// <summary>
    /// Whether its hooks see neither the message nor its result: they are called alike in every pipeline.
    /// </summary>
    public bool IsAlike => Form == MiddlewareForm.Hooks && Hooks.All(static hook =>
        hook.TypeParameters.Count == 0 && hook.AnswerResult is null
        && hook.Parameters.All(static parameter =>
            parameter.Role is not (HookParameterRole.Message or HookParameterRole.Result)));

    /// <summary>The class without type arguments: what <c>[Use]</c> and the manifest call it.</summary>
    public string Definition => Type.IndexOf('<') is var start and >= 0 ? Type.Substring(0, start) : Type;

    public string Display => Definition.Substring(Definition.LastIndexOf('.') + 1).Replace("global::", "");
}
