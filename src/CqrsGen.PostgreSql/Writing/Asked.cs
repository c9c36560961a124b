using CqrsGen.EventSourcing;

namespace CqrsGen.PostgreSql;

/// <summary>What the writes of a turn ask for.</summary>
internal sealed class Asked
{
    public Asked(List<IPostgreSqlWrite> writes)
    {
        Appends = [.. writes.OfType<AppendWrite>()];
        Streams = [.. writes.SelectMany(static write => write.Streams).Distinct()];
        Conditions = [.. Appends.SelectMany(static append => append.Request.Conditions)];
        Tags =
        [
            .. Appends.SelectMany(static append => append.Request.Streams)
                .SelectMany(static append => append.Events).SelectMany(static @event => @event.Tags)
                .Concat(Conditions.SelectMany(static condition => condition.Criteria)
                    .SelectMany(static criterion => criterion.Tags))
                .Distinct(),
        ];
    }

    public List<AppendWrite> Appends { get; }

    public List<StreamName> Streams { get; }

    public List<AppendCondition> Conditions { get; }

    /// <summary>The tags that are appended or judged by.</summary>
    public string[] Tags { get; }
}
