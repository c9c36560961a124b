using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Messages;

/// <summary>What constraints of middleware and handlers of base types are checked against.</summary>
/// <param name="IsReferenceType">Whether it is a class.</param>
/// <param name="IsUnmanaged">Whether it is a struct without references.</param>
/// <param name="HasDefaultConstructor">Whether it satisfies <c>new()</c>.</param>
/// <param name="Supertypes">The identities of its base classes and all its interfaces.</param>
internal sealed record TypeFacts(
    bool IsReferenceType, bool IsUnmanaged, bool HasDefaultConstructor, EquatableArray<string> Supertypes)
{
    public static TypeFacts None { get; } = new(false, true, true, default);
}
