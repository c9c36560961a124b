using CqrsGen.Generators.Common;
using CqrsGen.Generators.Validation;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Messages;

/// <summary>A message, as far as generated code depends on it.</summary>
/// <remarks>Compared by value: an edit that leaves the message as it is must leave the model equal.</remarks>
internal sealed record MessageModel
{
    /// <summary>The type in code, without nullable annotations.</summary>
    public required string Type { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>The result or item type in code; null for none.</summary>
    public string? Result { get; init; }

    /// <summary>The identity of <see cref="Result"/>.</summary>
    public string? ResultKey { get; init; }

    /// <summary>What constraints on the result are checked against.</summary>
    public TypeFacts ResultFacts { get; init; } = TypeFacts.None;

    /// <summary>What constraints on the message are checked against.</summary>
    public required TypeFacts Facts { get; init; }

    public required string WireName { get; init; }

    /// <summary>Whether other assemblies can name it.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>
    /// Whether it can be given a generated route: it and the types around it are partial and not generic.
    /// </summary>
    public required bool IsPartial { get; init; }

    /// <summary>Whether the generator must add the interface to its base list.</summary>
    public bool NeedsInterface { get; init; }

    /// <summary>Whether it takes its interface from a base class, which already has a route of its own.</summary>
    public bool InheritsInterface { get; init; }

    /// <summary>
    /// The declarations from the outermost type to the message, such as <c>partial record PlaceOrder</c>.
    /// </summary>
    public EquatableArray<string> Declarations { get; init; }

    /// <summary>The namespace; null for the global one.</summary>
    public string? Namespace { get; init; }

    /// <summary>The message's own timeout in seconds; negative for that of its kind.</summary>
    public double TimeoutSeconds { get; init; } = -1;

    /// <summary>Whether generated validation runs.</summary>
    public bool Validate { get; init; } = true;

    /// <summary>What its attributes ask for; null for nothing.</summary>
    public ValidationModel? Validation { get; init; }

    /// <summary>How handlers are run: 0 stop, 1 collect, 2 parallel.</summary>
    public int Delivery { get; init; }

    /// <summary>The middleware that <c>[Use]</c> names.</summary>
    public EquatableArray<string> Uses { get; init; }

    /// <summary>What code that names the message and its result must be prepared for.</summary>
    public Notices Notices { get; init; } = Notices.None;

    /// <summary>Whether this is a definition whose closed forms are the messages.</summary>
    public bool IsOpenGeneric { get; init; }

    /// <summary>
    /// Whether its result is a type that the compiler cannot find. It says so itself, so nothing is generated.
    /// </summary>
    public bool IsUnresolved { get; init; }

    /// <summary>Why it is left out of the generated code; null when it is not.</summary>
    public Omission? Omission { get; init; }

    public bool HasResult => Result is not null;

    /// <summary>The simple name, for generated members.</summary>
    public string Name => Names.Simple(Type);

    /// <summary>Enough to tell most apart, without the hash of every text in it.</summary>
    public override int GetHashCode() => Type.GetHashCode();
}
