namespace CqrsGen;

/// <summary>
/// Marks a query: a message that only reads. See <see cref="IQuery{TResult}"/> and <see cref="IStreamQuery{TItem}"/>.
/// </summary>
public sealed class QueryAttribute : MessageAttribute
{
    /// <summary>Whether the generated validation of shape and bounds runs before the handler.</summary>
    /// <value>Default: true.</value>
    public bool Validate { get; init; } = true;
}
