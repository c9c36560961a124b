namespace CqrsGen;

/// <summary>A set of message kinds.</summary>
[Flags]
public enum MessageKinds
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary>Commands.</summary>
    Commands = 1,

    /// <summary>Queries.</summary>
    Queries = 2,

    /// <summary>Stream queries.</summary>
    StreamQueries = 4,

    /// <summary>Events.</summary>
    Events = 8,

    /// <summary>Every kind.</summary>
    All = Commands | Queries | StreamQueries | Events,
}
