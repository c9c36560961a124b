namespace CqrsGen;

/// <summary>
/// Marks a query: a message that only reads. See <see cref="IQuery{TResult}"/> and <see cref="IStreamQuery{TItem}"/>.
/// </summary>
public sealed class QueryAttribute : MessageAttribute
{
    /// <summary>
    /// How long one dispatch of this query may take, in seconds; 0 switches the timeout off. Stream queries have none:
    /// stating it for one is an error in the build.
    /// </summary>
    /// <value>Default: -1, which takes <see cref="TimeoutOptions.Query"/>.</value>
    public double TimeoutSeconds { get; init; } = -1;

    /// <summary>Whether the generated validation of shape and bounds runs before the handler.</summary>
    /// <value>Default: true.</value>
    public bool Validate { get; init; } = true;
}
