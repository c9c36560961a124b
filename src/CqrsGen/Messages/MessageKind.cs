namespace CqrsGen;

/// <summary>The kinds of messages.</summary>
public enum MessageKind
{
    /// <summary>Changes state.</summary>
    Command,

    /// <summary>Reads state.</summary>
    Query,

    /// <summary>Reads state as a stream of items.</summary>
    StreamQuery,

    /// <summary>Says what happened.</summary>
    Event,
}
