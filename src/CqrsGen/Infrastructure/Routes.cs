using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>
/// The routes of one assembly in one container: a method per message that runs its pipeline, and a switch per result
/// type for messages whose type has no generated route. Subclasses are generated.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Routes
{
    private static int _lastOrdinal;

    /// <summary>Made by the composition.</summary>
    /// <param name="composition">The container's composition.</param>
    protected Routes(Composition composition) => Composition = composition;

    /// <summary>The container's composition.</summary>
    public Composition Composition { get; }

    /// <summary>A process-wide number for one assembly's routes; it belongs to no container.</summary>
    public static int NextOrdinal() => Interlocked.Increment(ref _lastOrdinal) - 1;

    /// <summary>
    /// The wire names of this assembly's messages, in UTF-8, one a line; no line for odd ones. Those without a timeout
    /// come after an empty line each: events, then stream queries, then messages whose result does its work later.
    /// Where a name of the first group does not end in that of the type, the type's follows after a tab.
    /// </summary>
    /// <remarks>A constant: it costs no code per message, and nothing before somebody asks.</remarks>
    public virtual ReadOnlySpan<byte> MessageNames => default;

    /// <summary>Names the message types that have no generated route of their own.</summary>
    /// <param name="map">Takes the types, each with its id in this assembly's switches.</param>
    public virtual void AddTypes(TypeMap map)
    {
    }

    /// <summary>Names the validators of this assembly.</summary>
    /// <param name="map">Takes the validators.</param>
    public virtual void AddValidators(ValidatorMap map)
    {
    }

    /// <summary>Names the services that this assembly's handlers and middleware need.</summary>
    /// <param name="check">Takes the services.</param>
    public virtual void AddDependencies(DependencyCheck check)
    {
    }

    /// <summary>Names the handlers of this assembly that can be replaced.</summary>
    /// <param name="check">Takes the keys of their replacements.</param>
    public virtual void AddReplaceable(ReplacementCheck check)
    {
    }

    /// <summary>Sends a command without result by its id in this assembly.</summary>
    public virtual ValueTask Send(
        int id, ICommand command, Dispatcher dispatcher, CancellationToken cancellationToken) =>
        throw new HandlerNotFoundException(command.GetType());

    /// <summary>Publishes an event by its id in this assembly.</summary>
    public virtual ValueTask Publish(
        int id, IEvent @event, Dispatcher dispatcher, CancellationToken cancellationToken) => default;

    /// <summary>
    /// Publishes an event of a type that no module knows to the handlers of its base types and interfaces.
    /// </summary>
    /// <param name="event">The event.</param>
    /// <param name="known">The base type whose handlers were called already; null for none.</param>
    /// <param name="dispatcher">The dispatcher.</param>
    /// <param name="cancellationToken">Cancels the publication.</param>
    public virtual ValueTask PublishUnknown(
        IEvent @event, Type? known, Dispatcher dispatcher, CancellationToken cancellationToken) => default;

    /// <summary>Dispatches a message by its wire name.</summary>
    /// <returns>The result as JSON, empty for none; null when this assembly knows no such name.</returns>
    public virtual ValueTask<ReadOnlyMemory<byte>>? Invoke(
        string name, ReadOnlyMemory<byte> json, Dispatcher dispatcher, CancellationToken cancellationToken) => null;
}
