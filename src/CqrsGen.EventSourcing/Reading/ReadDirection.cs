namespace CqrsGen.EventSourcing;

/// <summary>The order of what is read.</summary>
public enum ReadDirection
{
    /// <summary>The oldest first.</summary>
    Forwards,

    /// <summary>The newest first.</summary>
    Backwards,
}
