using CqrsGen.EventSourcing;
using CqrsGen.EventSourcing.Infrastructure;

namespace CqrsGen.Sqlite;

/// <summary>Appends events.</summary>
internal sealed class AppendWrite(AppendRequest request) : PendingWrite<AppendOutcome>, ISqliteWrite
{
    private readonly byte[] _hash = AppendContent.Hash(request); // Here and not in the writer, which all wait for.

    public AppendRequest Request => request;

    public void Apply(SqliteWriter writer)
    {
        try
        {
            Settle(AppendJudge.Judge(request, _hash, writer) ?? AppendOutcome.Of(writer.Append(request, _hash)));
        }
        catch (AppendIdReusedException exception)
        {
            Settle(exception);
        }
    }
}
