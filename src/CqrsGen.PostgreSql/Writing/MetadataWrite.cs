using CqrsGen.EventSourcing;
using CqrsGen.EventSourcing.Infrastructure;

namespace CqrsGen.PostgreSql;

/// <summary>Replaces what the application keeps with a stream.</summary>
internal sealed class MetadataWrite(StreamName stream, byte[] metadata) : PendingWrite<bool>, IPostgreSqlWrite
{
    private CqrsException? _failure;

    public IEnumerable<StreamName> Streams => [stream];

    public async ValueTask ApplyAsync(WriteTurn turn)
    {
        var (version, state) = turn.Find(stream);
        _failure = version == 0 ? ClosingJudge.Missing(stream)
            : state == StreamState.Deleted
                ? new AppendConflictException(new AppendConflict.Closed(stream, state))
                : null;
        if (_failure is null)
        {
            await turn.SetMetadataAsync(stream, metadata).ConfigureAwait(false);
        }
    }

    public void Settle(WriteTurn turn)
    {
        if (_failure is null)
        {
            Settle(true);
        }
        else
        {
            Settle(_failure);
        }
    }
}
