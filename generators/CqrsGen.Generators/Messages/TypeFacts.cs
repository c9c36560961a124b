using CqrsGen.Generators.Common;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Messages;

/// <summary>
/// What is asked of the types of messages and results: by the constraints of middleware, by handlers of base types.
/// </summary>
/// <param name="IsReferenceType">Whether it is a class.</param>
/// <param name="IsUnmanaged">Whether it is a struct without references.</param>
/// <param name="HasDefaultConstructor">Whether it satisfies <c>new()</c>.</param>
/// <param name="Work">For a result, whether it may still use the token of its handler.</param>
/// <param name="Supertypes">The identities of its base classes and all its interfaces.</param>
internal sealed record TypeFacts(
    bool IsReferenceType,
    bool IsUnmanaged,
    bool HasDefaultConstructor,
    ResultWork Work,
    EquatableArray<string> Supertypes)
{
    public static TypeFacts None { get; } = new(false, true, true, ResultWork.Done, default);
}
