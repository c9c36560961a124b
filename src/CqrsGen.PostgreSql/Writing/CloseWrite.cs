using CqrsGen.EventSourcing;
using CqrsGen.EventSourcing.Infrastructure;

namespace CqrsGen.PostgreSql;

/// <summary>Archives or deletes a stream.</summary>
internal sealed class CloseWrite(StreamName stream, ExpectedVersion expected, StreamState state)
    : PendingWrite<bool>, IPostgreSqlWrite
{
    private bool _isToDo;
    private CqrsException? _failure;

    public IEnumerable<StreamName> Streams => [stream];

    public async ValueTask ApplyAsync(WriteTurn turn)
    {
        (_isToDo, _failure) = (false, null);
        try
        {
            _isToDo = ClosingJudge.Judge(stream, expected, turn.Find(stream), state);
        }
        catch (CqrsException exception) when (exception is not EventStoreException)
        {
            _failure = exception;
            return;
        }

        if (_isToDo)
        {
            await turn.CloseAsync(stream, state).ConfigureAwait(false);
        }
    }

    public void Settle(WriteTurn turn)
    {
        if (_failure is null)
        {
            Settle(_isToDo);
        }
        else
        {
            Settle(_failure);
        }
    }
}
