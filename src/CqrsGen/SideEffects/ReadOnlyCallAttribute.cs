namespace CqrsGen;

/// <summary>
/// Says that a call which looks like a write only reads, as a search does that is sent as a POST. On a member with a
/// body it holds for the calls in that body, not for what they lead to in the same project; on a member without one,
/// for calls of the member.
/// </summary>
/// <param name="reason">Why that is so. CQG1012 asks for it.</param>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor, Inherited = false)]
public sealed class ReadOnlyCallAttribute(string reason) : Attribute
{
    /// <summary>Why that is so.</summary>
    public string Reason { get; } = reason;
}
