namespace CqrsGen.EventSourcing;

/// <summary>
/// The identity of an append: who appends twice under one id, because he did not see the answer, appends once.
/// </summary>
/// <param name="CommandId">The id of the command that appends, or of whatever is tried again as a whole.</param>
/// <param name="Ordinal">The how manieth append of the command it is, from 0.</param>
public readonly record struct AppendId(Guid CommandId, int Ordinal = 0)
{
    /// <summary>The command's id, and the ordinal where it is not 0.</summary>
    public override string ToString() => Ordinal == 0 ? $"{CommandId}" : $"{CommandId}#{Ordinal}";
}
