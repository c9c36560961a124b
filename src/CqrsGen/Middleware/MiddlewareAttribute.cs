namespace CqrsGen;

/// <summary>
/// Marks a middleware class and says where it stands. It applies to every message whose kind and type satisfy its
/// constraints.
/// </summary>
/// <remarks>
/// Two forms: <em>hooks</em> (plain methods <c>Before</c>, <c>After</c>, <c>Failed</c>, <c>Finally</c>, any subset,
/// flattened into one method), and <em>around</em> (<see cref="IMiddleware{TMessage, TResult}"/>).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MiddlewareAttribute : Attribute
{
    /// <summary>The position: lower is further out. Built-in middleware stands below -1,000.</summary>
    /// <value>Default: 0. Two middleware of one message with the same order are an error in the host.</value>
    public int Order { get; init; }

    /// <summary>The kinds of messages it applies to.</summary>
    /// <value>Default: <see cref="MessageKinds.All"/>, narrowed by the constraints.</value>
    public MessageKinds Kinds { get; init; } = MessageKinds.All;

    /// <summary>Whether it applies by itself, or only where <see cref="UseAttribute{TMiddleware}"/> names it.</summary>
    /// <value>Default: <see cref="MiddlewareScope.Assembly"/>.</value>
    public MiddlewareScope Scope { get; init; }

    /// <summary>How long one instance lives.</summary>
    /// <value>Default: inferred as for handlers.</value>
    public HandlerLifetime Lifetime { get; init; }
}
