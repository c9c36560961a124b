using System.ComponentModel;

namespace CqrsGen.EventSourcing.Infrastructure;

/// <summary>Decides whether a stream may be archived or deleted.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClosingJudge
{
    /// <summary>Whether anything is to be done.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">What is expected of it.</param>
    /// <param name="found">Its version and what it is; version 0 where it does not exist.</param>
    /// <param name="wanted">What it shall be.</param>
    /// <exception cref="NotFoundException">The stream does not exist.</exception>
    /// <exception cref="AppendConflictException">It is not as expected, or is deleted already.</exception>
    public static bool Judge(
        StreamName stream, ExpectedVersion expected, (long Version, StreamState State) found, StreamState wanted)
    {
        if (found.Version == 0)
        {
            throw Missing(stream);
        }

        if (found.State == wanted)
        {
            return false;
        }

        if (found.State == StreamState.Deleted)
        {
            throw new AppendConflictException(new AppendConflict.Closed(stream, found.State));
        }

        return expected.IsMetBy(found.Version)
            ? true
            : throw new AppendConflictException(new AppendConflict.Version(stream, expected, found.Version));
    }

    /// <summary>The failure of asking for a stream that nobody has appended to.</summary>
    /// <param name="stream">The stream.</param>
    public static NotFoundException Missing(StreamName stream) =>
        new("event_store.stream_not_found", $"The stream {stream} does not exist: nothing was appended to it.");
}
