using CqrsGen.EventSourcing;

namespace CqrsGen.PostgreSql;

/// <summary>A stream that a turn has locked, with all that the turn has accepted.</summary>
internal sealed class LockedStream(long id, long stored, StreamState state)
{
    public long Id => id;

    /// <summary>Whether its row was made for this turn.</summary>
    public bool IsNew => stored == 0;

    public bool IsChanged => Accepted > 0;

    public long Version => stored + Accepted;

    /// <summary>How many events the turn appends.</summary>
    public int Accepted { get; set; }

    public StreamState State { get; set; } = state;
}
