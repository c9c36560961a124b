using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Pipelines;

namespace CqrsGen.Generators.Registration;

/// <summary>The main part of an assembly's routes class: middleware instances, switches, dependencies.</summary>
internal sealed record RoutesModel
{
    public required string Name { get; init; }

    public required string Assembly { get; init; }

    /// <summary>The hook middleware of its pipelines.</summary>
    public EquatableArray<MiddlewareInstance> Middleware { get; init; }

    /// <summary>How runs of built-in hooks are left.</summary>
    public EquatableArray<HookTail> Tails { get; init; }

    /// <summary>The messages that go by type, since they have no generated route.</summary>
    public EquatableArray<SwitchCase> ByType { get; init; }

    /// <summary>The messages that are known by name.</summary>
    public EquatableArray<SwitchCase> ByName { get; init; }

    /// <summary>The handlers of base types and interfaces, for events of types that nobody knows.</summary>
    public EquatableArray<SwitchCase> OpenEventHandlers { get; init; }

    /// <summary>The validators of this assembly, with the messages that each checks.</summary>
    public EquatableArray<ValidatorCase> Validators { get; init; }

    public EquatableArray<NeededService> Needs { get; init; }

    /// <summary>The handlers of this assembly that a test may replace.</summary>
    public EquatableArray<ReplaceableHandler> Replaceable { get; init; }

    public bool IsEmpty { get; init; }
}

/// <summary>A hook middleware class of which the routes keep an instance.</summary>
internal sealed record MiddlewareInstance(
    string Name, string Type, bool IsSingleton, EquatableArray<DependencyModel> Dependencies);

/// <summary>A case of a generated switch.</summary>
/// <param name="Id">The case's number.</param>
/// <param name="Kind">The message's kind, as in <see cref="Rules.MessageKind"/>.</param>
/// <param name="Message">The message's type.</param>
/// <param name="Result">Its result; null for none.</param>
/// <param name="ResultKey">The identity of the result.</param>
/// <param name="Member">The method that the case calls.</param>
/// <param name="Name">The wire name.</param>
/// <param name="HasTimeout">Whether a limit can be stated for it.</param>
/// <param name="IsClass">Whether the message is a class, which needs no check where its number is known.</param>
internal sealed record SwitchCase(
    int Id,
    Rules.MessageKind Kind,
    string Message,
    string? Result,
    string? ResultKey,
    string Member,
    string Name,
    bool HasTimeout,
    bool IsClass);

