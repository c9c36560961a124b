using CqrsGen.Generators.Common;
using CqrsGen.Generators.Middleware;
using CqrsGen.Generators.Registration;

namespace CqrsGen.Generators.Modules;

/// <summary>A referenced assembly with routes of its own, as its manifest tells it.</summary>
internal sealed record ModuleModel
{
    /// <summary>The format that this generator writes and reads: another layout has another number.</summary>
    public const int Version = 2;

    public required string Assembly { get; init; }

    /// <summary>Its generated routes class.</summary>
    public required string RoutesClass { get; init; }

    /// <summary>Why it could not be read, and what to do; null where it could.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether its reference has aliases, and <c>global</c> is none of them.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The built-in middleware of its pipelines.</summary>
    public int BuiltIns { get; init; } = 31;

    /// <summary>What code that names its types must be prepared for.</summary>
    public Notices Notices { get; init; } = Notices.None;

    /// <summary>The public messages that it routes: declared there, or handled there.</summary>
    public EquatableArray<ModuleMessage> Messages { get; init; }

    /// <summary>Its public entries of event handlers.</summary>
    public EquatableArray<ModuleEventHandler> EventHandlers { get; init; }

    /// <summary>What its handlers and middleware need from outside.</summary>
    public EquatableArray<NeededService> Needs { get; init; }

    /// <summary>Its public middleware.</summary>
    public EquatableArray<MiddlewareModel> Middleware { get; init; }
}
