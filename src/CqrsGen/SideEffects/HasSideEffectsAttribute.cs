namespace CqrsGen;

/// <summary>
/// Says that a member writes something outside of the process, where the analyzers cannot see it: on the member of an
/// interface that another project implements, or on a client of a service.
/// </summary>
/// <param name="effect">Where it writes to.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor)]
public sealed class HasSideEffectsAttribute(Effect effect) : Attribute
{
    /// <summary>Where it writes to.</summary>
    public Effect Effect { get; } = effect;
}
