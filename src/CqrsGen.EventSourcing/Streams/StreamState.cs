namespace CqrsGen.EventSourcing;

/// <summary>What may be done with a stream.</summary>
public enum StreamState
{
    /// <summary>It is read and appended to.</summary>
    Active,

    /// <summary>It is closed: nothing is appended, and only who asks for archived events reads them.</summary>
    Archived,

    /// <summary>Its events are erased. Its name stays taken, so that nobody takes it for a new stream.</summary>
    Deleted,
}
