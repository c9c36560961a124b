using CqrsGen.EventSourcing;

namespace CqrsGen.Sqlite;

/// <summary>A stream as the writer knows it.</summary>
internal sealed class KnownStream(long id, long version, StreamState state)
{
    public long Id => id;

    public long Version { get; set; } = version;

    public StreamState State { get; set; } = state;
}
