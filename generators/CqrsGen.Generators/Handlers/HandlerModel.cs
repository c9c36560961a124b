using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Handlers;

/// <summary>One handling of one message type by one class or method.</summary>
internal sealed record HandlerModel
{
    /// <summary>The class that is made, or the static class that holds the method.</summary>
    public required string Type { get; init; }

    /// <summary>The method that is called.</summary>
    public required string Method { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>The message's identity; for events perhaps a base type or interface.</summary>
    public required string Message { get; init; }

    /// <summary>The result or item type in code; null for none.</summary>
    public string? Result { get; init; }

    public string? ResultKey { get; init; }

    /// <summary>What constraints ask of the result, for a message that takes its interface from its handler.</summary>
    public TypeFacts ResultFacts { get; init; } = TypeFacts.None;

    /// <summary>What code that names the class must be prepared for.</summary>
    public Notices Notices { get; init; } = Notices.None;

    public required ReturnShape Returns { get; init; }

    /// <summary>The interface to call through, when it is implemented explicitly; else null.</summary>
    public string? ExplicitInterface { get; init; }

    public bool IsStatic { get; init; }

    /// <summary>
    /// Whether a test can name it: one of an event's handlers goes by its class, and a static class is no type
    /// argument.
    /// </summary>
    public bool IsReplaceable { get; init; } = true;

    /// <summary>Whether it is a marked method; its arguments are then <see cref="Arguments"/>.</summary>
    public bool IsMethod { get; init; }

    /// <summary>For methods: <c>message</c>, <c>token</c>, or the name of a parameter that is a dependency.</summary>
    public EquatableArray<string> Arguments { get; init; }

    /// <summary>What the method takes besides message and token.</summary>
    public EquatableArray<DependencyModel> MethodDependencies { get; init; }

    /// <summary>What the class's constructor takes.</summary>
    public EquatableArray<DependencyModel> Dependencies { get; init; }

    public bool IsSingleton { get; init; }

    public int Order { get; init; }

    /// <summary>The middleware that <c>[Use]</c> names.</summary>
    public EquatableArray<string> Uses { get; init; }

    /// <summary>The message, when it is declared elsewhere or is a closed generic.</summary>
    public MessageModel? Foreign { get; init; }

    /// <summary>Whether the handled type is visible to other assemblies.</summary>
    public bool IsMessagePublic { get; init; } = true;

    /// <summary>
    /// Whether the compiler reports it already: a type that it cannot find, an instance method of a static class.
    /// </summary>
    public bool IsUnresolved { get; init; }

    public Omission? Omission { get; init; }

    /// <summary>
    /// The handler as a cref of an XML comment: its method or, where no cref can name that, its class.
    /// </summary>
    public required string Cref { get; init; }

    /// <summary>A mark that marks nothing which could be called: kept only to be reported.</summary>
    public static HandlerModel LeftOut(string problem) => new()
    {
        Type = "?",
        Cref = "?",
        Method = "?",
        Kind = MessageKind.None,
        Message = "?",
        Returns = ReturnShape.Value,
        Omission = new("CQG3003", problem),
    };

    /// <summary>
    /// Whether an instance of something must be made, of the class itself or of the method's dependencies.
    /// </summary>
    public bool NeedsInstance => !IsStatic || MethodDependencies.Count > 0;

    /// <summary>What a person calls it.</summary>
    public string Display => (IsMethod ? Type + "." + Method : Type).Replace("global::", "");

    /// <summary>Enough to tell most apart, without the hash of every text in it.</summary>
    public override int GetHashCode() => unchecked((Type.GetHashCode() * 31) + Message.GetHashCode());
}
