namespace CqrsGen;

/// <summary>
/// What <see cref="CommandAttribute"/>, <see cref="QueryAttribute"/> and <see cref="EventAttribute"/> share.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public abstract class MessageAttribute : Attribute
{
    /// <summary>The stable name of the message on the wire, in telemetry and in logs.</summary>
    /// <value>Default: the type's name without its namespace; nested types are joined by a dot.</value>
    public string? Name { get; init; }
}
