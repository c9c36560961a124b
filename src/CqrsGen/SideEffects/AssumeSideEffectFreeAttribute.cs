namespace CqrsGen;

/// <summary>
/// Says that a member changes nothing that matters, whatever its body looks like. The analyzers do not look at it.
/// </summary>
/// <param name="reason">Why that is so. CQG1012 asks for it.</param>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor, Inherited = false)]
public sealed class AssumeSideEffectFreeAttribute(string reason) : Attribute
{
    /// <summary>Why that is so.</summary>
    public string Reason { get; } = reason;
}
