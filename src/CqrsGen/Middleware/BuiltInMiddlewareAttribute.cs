namespace CqrsGen;

/// <summary>Selects the built-in middleware of an assembly: in the host it decides for the whole application.</summary>
/// <param name="enabled">What stays on.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class BuiltInMiddlewareAttribute(BuiltIn enabled) : Attribute
{
    /// <summary>What stays on.</summary>
    /// <value>Without the attribute: <see cref="BuiltIn.All"/>.</value>
    public BuiltIn Enabled { get; } = enabled;

    /// <summary>
    /// Whether pipelines that suspend take their state machines from a pool: no allocation, a little less speed, and
    /// a result that must be awaited just once.
    /// </summary>
    /// <value>Default: false.</value>
    public bool PoolStateMachines { get; init; }
}
