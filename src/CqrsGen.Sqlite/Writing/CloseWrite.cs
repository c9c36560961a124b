using CqrsGen.EventSourcing;
using CqrsGen.EventSourcing.Infrastructure;

namespace CqrsGen.Sqlite;

/// <summary>Archives or deletes a stream.</summary>
internal sealed class CloseWrite(StreamName stream, ExpectedVersion expected, StreamState state)
    : PendingWrite<bool>, ISqliteWrite
{
    public void Apply(SqliteWriter writer)
    {
        try
        {
            bool isToDo = ClosingJudge.Judge(stream, expected, writer.Find(stream), state);
            if (isToDo)
            {
                writer.Close(stream, state);
            }

            Settle(isToDo);
        }
        catch (CqrsException exception) when (exception is not EventStoreException)
        {
            Settle(exception);
        }
    }
}
