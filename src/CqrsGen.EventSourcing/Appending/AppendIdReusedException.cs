namespace CqrsGen.EventSourcing;

/// <summary>
/// Something else was appended under the same id before, so one of the two would be lost. Its category is
/// <see cref="ErrorCategory.Conflict"/>; to try again does not help.
/// </summary>
public sealed class AppendIdReusedException : CqrsException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="id">The id.</param>
    public AppendIdReusedException(AppendId id)
        : base(Error.Conflict(
            "append.id_reused",
            $"Other events were appended under the id {id} before. An id stands for one append: give each append of " +
            "a command its ordinal, and each command an id of its own.") with
        { IsRetryable = false }) => Id = id;

    /// <summary>The id.</summary>
    public AppendId Id { get; }
}
