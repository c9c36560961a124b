using System.ComponentModel;
using System.Text.Json;

namespace CqrsGen.EventSourcing.Infrastructure;

/// <summary>
/// Metadata of events as stores keep them: UTF-8 JSON with one-letter names, nothing where nothing is said.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MetadataJson
{
    /// <summary>Writes metadata.</summary>
    /// <param name="metadata">The metadata.</param>
    /// <returns>UTF-8 JSON; null where they say nothing.</returns>
    public static byte[]? Write(EventMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata == EventMetadata.Empty)
        {
            return null;
        }

        using var buffer = new MemoryStream(128);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            WriteText(writer, "c"u8, metadata.CorrelationId);
            if (metadata.CausationId is { } causation)
            {
                writer.WriteString("a"u8, causation);
            }

            WriteText(writer, "u"u8, metadata.UserId);
            WriteText(writer, "t"u8, metadata.TenantId);
            if (metadata.Headers.Count > 0)
            {
                writer.WriteStartObject("h"u8);
                foreach (var (name, value) in metadata.Headers)
                {
                    writer.WriteString(name, value);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads metadata. Names that it does not know, of a newer version, are passed over.</summary>
    /// <param name="json">What <see cref="Write"/> has written; empty for none.</param>
    /// <exception cref="JsonException">It is damaged.</exception>
    public static EventMetadata Read(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return EventMetadata.Empty;
        }

        string? correlation = null;
        string? user = null;
        string? tenant = null;
        Guid? causation = null;
        Dictionary<string, string>? headers = null;
        var reader = new Utf8JsonReader(json);
        Require(reader.Read() && reader.TokenType == JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            byte name = reader.ValueSpan.Length == 1 ? reader.ValueSpan[0] : (byte)0;
            Require(reader.Read());
            switch (name)
            {
                case (byte)'c':
                    correlation = reader.GetString();
                    break;
                case (byte)'a':
                    causation = reader.GetGuid();
                    break;
                case (byte)'u':
                    user = reader.GetString();
                    break;
                case (byte)'t':
                    tenant = reader.GetString();
                    break;
                case (byte)'h':
                    headers = ReadHeaders(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var metadata = new EventMetadata
        {
            CorrelationId = correlation,
            CausationId = causation,
            UserId = user,
            TenantId = tenant,
        };
        return headers is null ? metadata : metadata with { Headers = headers };
    }

    private static Dictionary<string, string> ReadHeaders(ref Utf8JsonReader reader)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            Require(reader.Read());
            headers[name] = reader.GetString() ?? "";
        }

        return headers;
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new JsonException("The metadata of an event are damaged.");
        }
    }
}
