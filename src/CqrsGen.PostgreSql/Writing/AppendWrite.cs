using CqrsGen.EventSourcing;
using CqrsGen.EventSourcing.Infrastructure;

namespace CqrsGen.PostgreSql;

/// <summary>Appends events.</summary>
internal sealed class AppendWrite(AppendRequest request) : PendingWrite<AppendOutcome>, IPostgreSqlWrite
{
    private AppendOutcome? _outcome;
    private AppendIdReusedException? _failure;

    public AppendRequest Request => request;

    /// <summary>The hash of the content: made here and not in the turn, which all wait for.</summary>
    public byte[] Hash { get; } = AppendContent.Hash(request);

    public IEnumerable<StreamName> Streams => request.Streams.Select(static append => append.Stream);

    public ValueTask ApplyAsync(WriteTurn turn)
    {
        (_outcome, _failure) = (null, null);
        try
        {
            _outcome = AppendJudge.Judge(request, Hash, turn);
        }
        catch (AppendIdReusedException exception)
        {
            _failure = exception;
            return default;
        }

        if (_outcome is null)
        {
            turn.Accept(this);
        }

        return default;
    }

    public void Settle(WriteTurn turn)
    {
        if (_failure is not null)
        {
            Settle(_failure);
            return;
        }

        // What was judged before positions were known learns them now.
        Settle(_outcome switch
        {
            null => AppendOutcome.Of(turn.ResultOf(request.Id)!),
            { Result: not null } when turn.ResultOf(request.Id) is { } made =>
                AppendOutcome.Of(made with { IsDuplicate = true }),
            { Conflict: AppendConflict.Condition { Position: < 0 } broken } =>
                AppendOutcome.Of(broken with { Position = turn.PositionOf(broken.Position) }),
            _ => _outcome,
        });
    }
}
