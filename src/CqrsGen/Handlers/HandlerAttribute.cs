namespace CqrsGen;

/// <summary>
/// Marks a method as the handler of its first parameter, or states options of a handler class. On a method, the
/// parameters after the message are dependencies, and a <see cref="CancellationToken"/> is passed on.
/// </summary>
/// <remarks>
/// A class that names a handler interface in its own base list needs no attribute; one that takes it from a base
/// class does.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, Inherited = false)]
public sealed class HandlerAttribute : Attribute
{
    /// <summary>How long one instance lives.</summary>
    /// <value>
    /// Default: <see cref="HandlerLifetime.Inferred"/>, a singleton when there are no dependencies or only known
    /// singletons, else one per scope.
    /// </value>
    public HandlerLifetime Lifetime { get; init; } = HandlerLifetime.Inferred;

    /// <summary>Where the handler stands among those of the same event; lower runs first, ties by full name.</summary>
    /// <value>Default: 0.</value>
    public int Order { get; init; }
}
