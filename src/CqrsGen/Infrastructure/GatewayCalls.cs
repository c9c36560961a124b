using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CqrsGen.Infrastructure;

/// <summary>Reads a message from JSON, dispatches it, and writes its result. Called by generated switches.</summary>
/// <remarks>
/// Not generic in the message: a native program would hold state machines and JSON contracts for each.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GatewayCalls
{
    /// <summary>Sends a command.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> Send<TResult>(
        Type type, ReadOnlyMemory<byte> json, Dispatcher dispatcher, CancellationToken cancellationToken)
    {
        var command = (ICommand<TResult>)Read(type, json, dispatcher);
        var contract = TypeInfo<TResult>(dispatcher); // A missing one must not show after the command has run.
        var result = await command.Accept(dispatcher, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToUtf8Bytes(result, contract);
    }

    /// <summary>Sends a command without result.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> Send(
        Type type, ReadOnlyMemory<byte> json, Dispatcher dispatcher, CancellationToken cancellationToken)
    {
        var command = (ICommand)Read(type, json, dispatcher);
        await command.Accept(dispatcher, cancellationToken).ConfigureAwait(false);
        return default;
    }

    /// <summary>Asks a query.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> Query<TResult>(
        Type type, ReadOnlyMemory<byte> json, Dispatcher dispatcher, CancellationToken cancellationToken)
    {
        var query = (IQuery<TResult>)Read(type, json, dispatcher);
        var contract = TypeInfo<TResult>(dispatcher);
        var result = await query.Accept(dispatcher, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToUtf8Bytes(result, contract);
    }

    /// <summary>Asks a stream query and gathers its items into an array.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> Stream<TItem>(
        Type type, ReadOnlyMemory<byte> json, Dispatcher dispatcher, CancellationToken cancellationToken)
    {
        var contract = TypeInfo<TItem>(dispatcher);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new Utf8JsonWriter(buffer);
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartArray();
            var items = ((IStreamQuery<TItem>)Read(type, json, dispatcher)).Accept(dispatcher, cancellationToken);
            await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                JsonSerializer.Serialize(writer, item, contract);
            }

            writer.WriteEndArray();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Publishes an event.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> Publish(
        Type type, ReadOnlyMemory<byte> json, Dispatcher dispatcher, CancellationToken cancellationToken)
    {
        var message = (IEvent)Read(type, json, dispatcher);
        await message.Accept(dispatcher, cancellationToken).ConfigureAwait(false);
        return default;
    }

    private static object Read(Type type, ReadOnlyMemory<byte> json, Dispatcher dispatcher) =>
        JsonSerializer.Deserialize(json.Span, TypeInfo(type, dispatcher))
        ?? throw new JsonException($"The JSON of {type} is null; a message cannot be.");

    private static JsonTypeInfo<T> TypeInfo<T>(Dispatcher dispatcher) =>
        (JsonTypeInfo<T>)TypeInfo(typeof(T), dispatcher);

    private static JsonTypeInfo TypeInfo(Type type, Dispatcher dispatcher) =>
        dispatcher.Composition.Options.Json.TryGetTypeInfo(type, out var info)
            ? info
            : throw new CqrsConfigurationException(
                [$"No JSON contract for {TypeNames.Full(type)}. Add " +
                 $"[JsonSerializable(typeof({TypeNames.Short(type)}))] to a JsonSerializerContext, and the " +
                 "context to the options: AddCqrsGen(o => o.Json.TypeInfoResolverChain.Add(MyContext.Default))."]);
}
