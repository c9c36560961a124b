namespace CqrsGen.Sqlite;

/// <summary>When a commit is on the disk.</summary>
public enum SqliteSynchronous
{
    /// <summary>Before it is confirmed: nothing that was confirmed is lost, even when the power fails.</summary>
    Full,

    /// <summary>
    /// Soon after it is confirmed: a killed process loses nothing, but a power failure may lose the last commits. The
    /// file stays whole.
    /// </summary>
    Normal,
}
