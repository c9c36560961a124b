using System.Buffers.Binary;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;

namespace CqrsGen.EventSourcing.Infrastructure;

/// <summary>
/// Tells whether two appends under one id are the same append: by a SHA-256 over streams, expectations and events. Of
/// the events ids are left out, since whoever tries again may have made new ones; metadata too, as they tell of the
/// try.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AppendContent
{
    /// <summary>The hash of what is appended.</summary>
    /// <param name="request">The append.</param>
    public static byte[] Hash(AppendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var stream in request.Streams)
        {
            Add(hash, stream.Stream.ToString());
            Add(hash, stream.Events.Count);
            foreach (var @event in stream.Events)
            {
                Add(hash, @event.Type);
                Add(hash, @event.SchemaVersion);
                Add(hash, @event.Payload.Length);
                hash.AppendData(@event.Payload.Span);
                Add(hash, @event.Tags.Count);
                foreach (string tag in @event.Tags)
                {
                    Add(hash, tag);
                }
            }
        }

        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, string text)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(StreamName.MaxLength)];
        if (Encoding.UTF8.TryGetBytes(text, bytes, out int written))
        {
            Add(hash, written);
            hash.AppendData(bytes[..written]);
        }
        else
        {
            byte[] all = Encoding.UTF8.GetBytes(text);
            Add(hash, all.Length);
            hash.AppendData(all);
        }
    }

    private static void Add(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
