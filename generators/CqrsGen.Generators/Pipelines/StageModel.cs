using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Middleware;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>A middleware in the pipeline of one message, with every type known.</summary>
internal sealed record StageModel
{
    /// <summary>The closed class.</summary>
    public required string Type { get; init; }

    /// <summary>The class without type arguments.</summary>
    public required string Definition { get; init; }

    public required string Display { get; init; }

    public required MiddlewareForm Form { get; init; }

    public required int Order { get; init; }

    public required bool IsSingleton { get; init; }

    /// <summary>The built-in that it is, by its bit in <c>BuiltIn</c>; 0 for others.</summary>
    public int BuiltIn { get; init; }

    public EquatableArray<DependencyModel> Dependencies { get; init; }

    public EquatableArray<HookCall> Hooks { get; init; }

    /// <summary>For an around middleware, the result that it sees: <c>Unit</c> where the message has none.</summary>
    public string Result { get; init; } = "";

    /// <summary>The name of its generated property.</summary>
    public required string Name
    {
        get;
        init
        {
            field = value;
            Local = Names.Camel(value);
            State = Names.Camel(value + "State");
            Decision = Names.Camel(value + "Decision");
        }
    }

    /// <summary>The local that holds an instance of a scope.</summary>
    public string Local { get; private init; } = "";

    /// <summary>The local that carries its state from <c>Before</c> to its later hooks.</summary>
    public string State { get; private init; } = "";

    /// <summary>The local that holds what its <c>Before</c> decided.</summary>
    public string Decision { get; private init; } = "";

    /// <summary>The expression that gives its instance inside a pipeline's method.</summary>
    public string Instance => IsSingleton ? "middleware." + Name : Local;

    /// <summary>
    /// Whether it is ours and its hooks see neither the message nor its result, so that messages may share code.
    /// </summary>
    public bool IsBlind => BuiltIn != 0 && Form == MiddlewareForm.Hooks;

    /// <summary>Whether what stands inside it receives the token of its state.</summary>
    public bool IsTimeout => BuiltIn == BuiltIns.Timeout;

    public bool IsAsync => Hooks.Any(static hook => hook.IsAsync);

    public HookCall? Find(HookKind kind)
    {
        for (int index = 0; index < Hooks.Count; index++)
        {
            if (Hooks[index].Kind == kind)
            {
                return Hooks[index];
            }
        }

        return null;
    }
}
