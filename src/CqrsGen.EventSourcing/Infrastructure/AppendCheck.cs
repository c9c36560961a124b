using System.ComponentModel;

namespace CqrsGen.EventSourcing.Infrastructure;

/// <summary>Refuses appends that no store could keep, before any store sees them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AppendCheck
{
    /// <summary>The most events of one append.</summary>
    public const int MaxEvents = 10_000;

    /// <summary>The most bytes of one payload: 16 MiB.</summary>
    public const int MaxPayload = 16 * 1024 * 1024;

    /// <summary>The most characters of a type or a tag.</summary>
    public const int MaxName = 200;

    /// <summary>The most tags of one event.</summary>
    public const int MaxTags = 64;

    /// <summary>Throws where an append is malformed.</summary>
    /// <param name="request">The append.</param>
    /// <exception cref="ArgumentException">It is malformed; the message says where.</exception>
    public static void Check(AppendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Streams);
        ArgumentNullException.ThrowIfNull(request.Conditions);
        int count = 0;
        var seen = request.Streams.Count > 1 ? new HashSet<StreamName>() : null;
        foreach (var append in request.Streams)
        {
            if (append?.Events is null || append.Stream == default)
            {
                throw Malformed("A stream of the append has no name or no list of events.");
            }

            if (seen?.Add(append.Stream) == false)
            {
                throw Malformed($"The stream {append.Stream} stands twice in the append. Join the two.");
            }

            foreach (var @event in append.Events)
            {
                Check(@event, append.Stream);
                count++;
            }
        }

        if (count is 0 or > MaxEvents)
        {
            throw Malformed($"The append has {count} events; 1 to {MaxEvents} are allowed.");
        }

        foreach (var condition in request.Conditions)
        {
            Check(condition);
        }
    }

    private static void Check(NewEvent @event, StreamName stream)
    {
        if (@event?.Metadata?.Headers is null || @event.Tags is null)
        {
            throw Malformed($"An event for the stream {stream}, its metadata or its tags are null.");
        }

        CheckName(@event.Type, "The type", @event, stream);
        if (@event.Id == Guid.Empty || @event.SchemaVersion < 1)
        {
            throw Malformed(
                $"The event {@event.Type} for the stream {stream} has an empty id, or a schema version below 1.");
        }

        if (@event.Payload.Length is 0 or > MaxPayload)
        {
            throw Malformed(
                $"The payload of the event {@event.Type} for the stream {stream} has {@event.Payload.Length} bytes; " +
                $"1 to {MaxPayload} are allowed. Keep large contents elsewhere and their address in the event.");
        }

        if (@event.Tags.Count > MaxTags)
        {
            throw Malformed(
                $"The event {@event.Type} for the stream {stream} has {@event.Tags.Count} tags; {MaxTags} are " +
                "allowed.");
        }

        foreach (string tag in @event.Tags)
        {
            CheckName(tag, "A tag", @event, stream);
        }
    }

    private static void Check(AppendCondition condition)
    {
        if (condition?.Criteria is not { Count: > 0 } || condition.After < 0)
        {
            throw Malformed("A condition of the append has no criteria, or begins before position 0.");
        }

        foreach (var criterion in condition.Criteria)
        {
            if (criterion?.Tags is not { Count: > 0 } || criterion.Types is null)
            {
                throw Malformed("A criterion of a condition names no tag. Name at least one.");
            }
        }
    }

    private static void CheckName(string? name, string what, NewEvent @event, StreamName stream)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxName || name.Any(char.IsControl))
        {
            throw Malformed(
                $"{what} of the event {@event.Type} for the stream {stream} is empty, longer than {MaxName} " +
                "characters, or contains a control character.");
        }
    }

    private static ArgumentException Malformed(string problem) => new(problem);
}
