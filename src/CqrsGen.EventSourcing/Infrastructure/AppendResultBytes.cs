using System.Buffers.Binary;
using System.ComponentModel;

namespace CqrsGen.EventSourcing.Infrastructure;

/// <summary>
/// The result of an append as stores keep it: the last position, then version and count of each stream. The streams'
/// names are those of the request, which is the same when it comes again.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AppendResultBytes
{
    private const int Head = sizeof(long);
    private const int PerStream = sizeof(long) + sizeof(int);

    /// <summary>Writes a result.</summary>
    /// <param name="result">The result.</param>
    public static byte[] Write(AppendResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        byte[] bytes = new byte[Head + (result.Streams.Count * PerStream)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, result.LastPosition);
        var rest = bytes.AsSpan(Head);
        foreach (var stream in result.Streams)
        {
            BinaryPrimitives.WriteInt64LittleEndian(rest, stream.Version);
            BinaryPrimitives.WriteInt32LittleEndian(rest[sizeof(long)..], stream.Count);
            rest = rest[PerStream..];
        }

        return bytes;
    }

    /// <summary>Reads a result.</summary>
    /// <param name="bytes">What <see cref="Write"/> has written.</param>
    /// <param name="request">The append, come again.</param>
    public static AppendResult Read(ReadOnlySpan<byte> bytes, AppendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        int count = (bytes.Length - Head) / PerStream;
        if (count != request.Streams.Count)
        {
            throw new AppendIdReusedException(request.Id);
        }

        var streams = new AppendedStream[count];
        for (int index = 0; index < count; index++)
        {
            var part = bytes[(Head + (index * PerStream))..];
            streams[index] = new(
                request.Streams[index].Stream,
                BinaryPrimitives.ReadInt64LittleEndian(part),
                BinaryPrimitives.ReadInt32LittleEndian(part[sizeof(long)..]));
        }

        return new(streams, BinaryPrimitives.ReadInt64LittleEndian(bytes), IsDuplicate: false);
    }
}
