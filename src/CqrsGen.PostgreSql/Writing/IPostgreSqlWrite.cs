using CqrsGen.EventSourcing;

namespace CqrsGen.PostgreSql;

/// <summary>One write of a turn.</summary>
internal interface IPostgreSqlWrite
{
    /// <summary>The streams that it judges or changes.</summary>
    IEnumerable<StreamName> Streams { get; }

    /// <summary>Judges and makes it, inside the turn's transaction.</summary>
    ValueTask ApplyAsync(WriteTurn turn);

    /// <summary>Keeps what the caller will learn, when all of the turn is written.</summary>
    void Settle(WriteTurn turn);
}
