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

    /// <summary>How long one dispatch of this message may take, in seconds; 0 switches the timeout off.</summary>
    /// <value>Default: -1, which takes the timeout of the message's kind from <see cref="CqrsGenOptions"/>.</value>
    public double TimeoutSeconds { get; init; } = -1;
}
