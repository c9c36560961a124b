using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CqrsGen.Infrastructure;

/// <summary>Reads a message from JSON, dispatches it, and writes its result. Called by generated switches.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GatewayCalls
{
    /// <summary>Sends a command.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> Send<TCommand, TResult>(
        ReadOnlyMemory<byte> json, Dispatcher dispatcher, CancellationToken cancellationToken)
        where TCommand : ICommand<TResult>
    {
        var command = Read<TCommand>(json, dispatcher);
        var contract = TypeInfo<TResult>(dispatcher); // A missing one must not show after the command has run.
        var result = await command.Accept(dispatcher, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToUtf8Bytes(result, contract);
    }

    /// <summary>Sends a command without result.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> Send<TCommand>(
        ReadOnlyMemory<byte> json, Dispatcher dispatcher, CancellationToken cancellationToken)
        where TCommand : ICommand
    {
        await Read<TCommand>(json, dispatcher).Accept(dispatcher, cancellationToken).ConfigureAwait(false);
        return default;
    }

    /// <summary>Asks a query.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> Query<TQuery, TResult>(
        ReadOnlyMemory<byte> json, Dispatcher dispatcher, CancellationToken cancellationToken)
        where TQuery : IQuery<TResult>
    {
        var query = Read<TQuery>(json, dispatcher);
        var contract = TypeInfo<TResult>(dispatcher);
        var result = await query.Accept(dispatcher, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToUtf8Bytes(result, contract);
    }

    /// <summary>Asks a stream query and gathers its items into an array.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> Stream<TQuery, TItem>(
        ReadOnlyMemory<byte> json, Dispatcher dispatcher, CancellationToken cancellationToken)
        where TQuery : IStreamQuery<TItem>
    {
        var contract = TypeInfo<TItem>(dispatcher);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new Utf8JsonWriter(buffer);
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartArray();
            var items = Read<TQuery>(json, dispatcher).Accept(dispatcher, cancellationToken);
            await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                JsonSerializer.Serialize(writer, item, contract);
            }

            writer.WriteEndArray();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Publishes an event.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> Publish<TEvent>(
        ReadOnlyMemory<byte> json, Dispatcher dispatcher, CancellationToken cancellationToken)
        where TEvent : IEvent
    {
        await Read<TEvent>(json, dispatcher).Accept(dispatcher, cancellationToken).ConfigureAwait(false);
        return default;
    }

    private static TMessage Read<TMessage>(ReadOnlyMemory<byte> json, Dispatcher dispatcher) =>
        JsonSerializer.Deserialize(json.Span, TypeInfo<TMessage>(dispatcher))
        ?? throw new JsonException($"The JSON of {typeof(TMessage)} is null; a message cannot be.");

    private static JsonTypeInfo<T> TypeInfo<T>(Dispatcher dispatcher) =>
        dispatcher.Composition.Options.Json.TryGetTypeInfo(typeof(T), out var info)
            ? (JsonTypeInfo<T>)info
            : throw new CqrsConfigurationException(
                [$"No JSON contract for {TypeNames.Full(typeof(T))}. Add " +
                 $"[JsonSerializable(typeof({TypeNames.Short(typeof(T))}))] to a JsonSerializerContext, and the " +
                 "context to the options: AddCqrsGen(o => o.Json.TypeInfoResolverChain.Add(MyContext.Default))."]);
}
