using System.ComponentModel;

namespace CqrsGen.EventSourcing.Infrastructure;

/// <summary>Decides about appends in the order of their arrival.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AppendJudge
{
    /// <summary>The outcome of an append that need not or must not be made; null when it is to be made.</summary>
    /// <param name="request">The append.</param>
    /// <param name="hash">The hash of its content.</param>
    /// <param name="state">What it is judged against.</param>
    /// <exception cref="AppendIdReusedException">Something else was appended under the id.</exception>
    public static AppendOutcome? Judge(AppendRequest request, byte[] hash, IAppendState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        if (state.FindMade(request) is { } made)
        {
            return made.Hash.AsSpan().SequenceEqual(hash)
                ? AppendOutcome.Of(made.Result with { IsDuplicate = true })
                : throw new AppendIdReusedException(request.Id);
        }

        foreach (var append in request.Streams)
        {
            var (version, streamState) = state.Find(append.Stream);
            if (ConflictOf(append.Stream, append.Expected, version, streamState) is { } conflict)
            {
                return AppendOutcome.Of(conflict);
            }
        }

        foreach (var condition in request.Conditions)
        {
            if (state.FindEvent(condition.Criteria, condition.After) is { } position)
            {
                return AppendOutcome.Of(new AppendConflict.Condition(condition, position));
            }
        }

        return null;
    }

    /// <summary>Why a stream cannot be appended to; null when it can.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">What is expected of it.</param>
    /// <param name="version">The version that it has.</param>
    /// <param name="state">What it is.</param>
    public static AppendConflict? ConflictOf(
        StreamName stream, ExpectedVersion expected, long version, StreamState state)
    {
        if (state != StreamState.Active)
        {
            return new AppendConflict.Closed(stream, state);
        }

        return expected.IsMetBy(version) ? null : new AppendConflict.Version(stream, expected, version);
    }
}
