namespace CqrsGen;

/// <summary>What the generator knows of a message. A hook may ask for it as a parameter. Immutable.</summary>
/// <param name="Name">The stable wire name.</param>
/// <param name="Kind">The kind of message.</param>
/// <param name="Type">The message's type.</param>
/// <param name="Timeout">
/// The message's own timeout; null takes the one of its kind, <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>
/// switches it off.
/// </param>
public sealed record MessageInfo(string Name, MessageKind Kind, Type Type, TimeSpan? Timeout = null);
