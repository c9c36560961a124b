namespace CqrsGen;

/// <summary>Dispatches messages by name and JSON: for transports and tools. Safe for concurrent use.</summary>
/// <remarks>
/// Messages and results are read and written by <c>System.Text.Json</c> with the source-generated contexts of
/// <see cref="CqrsGenOptions"/>; there is no reflection to fall back on.
/// </remarks>
public interface IMessageGateway
{
    /// <summary>Dispatches a message.</summary>
    /// <param name="name">The message's wire name.</param>
    /// <param name="utf8Json">The message.</param>
    /// <param name="cancellationToken">Cancels the dispatch.</param>
    /// <returns>
    /// The result as UTF-8 JSON: empty for commands without result and for events, <c>null</c> for an absent answer,
    /// an array for a stream query.
    /// </returns>
    /// <exception cref="HandlerNotFoundException">No composed module knows the name.</exception>
    /// <exception cref="System.Text.Json.JsonException">The JSON is not a message of that name.</exception>
    ValueTask<ReadOnlyMemory<byte>> DispatchAsync(
        string name, ReadOnlyMemory<byte> utf8Json, CancellationToken cancellationToken = default);
}
