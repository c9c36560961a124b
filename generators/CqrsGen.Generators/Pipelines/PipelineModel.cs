using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;

namespace CqrsGen.Generators.Pipelines;

/// <summary>Everything that the file of one message is written from.</summary>
internal sealed record PipelineModel
{
    /// <summary>The generated class that the pipeline is a method of.</summary>
    public required string RoutesClass { get; init; }

    public required MessageModel Message { get; init; }

    /// <summary>The name of the file.</summary>
    public required string File { get; init; }

    /// <summary>The pipeline's method; overloads tell equal names apart.</summary>
    public required string Member { get; init; }

    /// <summary>What fields, structs and slow paths are named after; unique in the assembly.</summary>
    public required string UniqueName { get; init; }

    /// <summary>Whether the message is declared here, and so gets its route in this file.</summary>
    public bool HasRoute { get; init; }

    /// <summary>The handlers of this assembly whose entries are written into this file.</summary>
    public EquatableArray<HandlerEntry> Entries { get; init; }

    /// <summary>What the pipeline ends in: at most one for commands and queries.</summary>
    public EquatableArray<HandlerTarget> Targets { get; init; }

    public EquatableArray<StageModel> Stages { get; init; }

    /// <summary>The generated method that checks the message's attributes; null for none.</summary>
    public string? Validate { get; init; }

    /// <summary>The generated method that normalises the message; null for none.</summary>
    public string? Normalize { get; init; }

    /// <summary>False for a file that holds only entries of handlers of base types.</summary>
    public bool HasPipeline { get; init; } = true;

    /// <summary>Whether suspending pipelines take their state machines from a pool.</summary>
    public bool PoolStateMachines { get; init; }

    /// <summary>
    /// In a module, the first stage that hosts cannot name: from there on, the pipeline is a method that they can put
    /// their own stages around. Null where there is none, and in applications, which have no host.
    /// </summary>
    public int? InsideFrom { get; init; }

    /// <summary>The method that holds the stages from <see cref="InsideFrom"/> on.</summary>
    public string Inside => UniqueName + "_Inside";

    /// <summary>Whether anything in it needs a scope, so that the root's dispatcher must open one first.</summary>
    public bool NeedsScope =>
        Targets.Any(static target => target.IsScoped) || Stages.Any(static stage => !stage.IsSingleton);
}
