using CqrsGen.EventSourcing;
using CqrsGen.EventSourcing.Infrastructure;

namespace CqrsGen.Sqlite;

/// <summary>Replaces what the application keeps with a stream.</summary>
internal sealed class MetadataWrite(StreamName stream, byte[] metadata) : PendingWrite<bool>, ISqliteWrite
{
    public void Apply(SqliteWriter writer)
    {
        var (version, state) = writer.Find(stream);
        if (version == 0)
        {
            Settle(ClosingJudge.Missing(stream));
        }
        else if (state == StreamState.Deleted)
        {
            Settle(new AppendConflictException(new AppendConflict.Closed(stream, state)));
        }
        else
        {
            writer.SetMetadata(stream, metadata);
            Settle(true);
        }
    }
}
