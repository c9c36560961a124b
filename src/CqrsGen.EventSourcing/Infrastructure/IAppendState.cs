using System.ComponentModel;

namespace CqrsGen.EventSourcing.Infrastructure;

/// <summary>What an append is judged against, as one writer sees it: with all that was accepted before.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IAppendState
{
    /// <summary>The append that was made under the id of an append; null for none.</summary>
    /// <param name="request">The append that has come, perhaps again.</param>
    MadeAppend? FindMade(AppendRequest request);

    /// <summary>Version and state of a stream; version 0 where it does not exist.</summary>
    /// <param name="stream">The stream.</param>
    (long Version, StreamState State) Find(StreamName stream);

    /// <summary>The position of an event that matters and was appended behind a position; null for none.</summary>
    /// <param name="criteria">The events that matter.</param>
    /// <param name="after">The position.</param>
    long? FindEvent(IReadOnlyList<TagCriterion> criteria, long after);
}
