using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Validation;

/// <summary>The rules of one type. Becomes one static class.</summary>
internal sealed record ValidatedType
{
    /// <summary>The type in code.</summary>
    public required string Type { get; init; }

    /// <summary>The name of the generated class, unique in the assembly.</summary>
    public required string ClassName { get; init; }

    /// <summary>The name of the generated file, without its ending.</summary>
    public string File { get; init; } = "";

    /// <summary>Whether objects of the type can hold others of it, so that the depth must be watched.</summary>
    public bool IsRecursive { get; init; }

    /// <summary>Whether anything is checked.</summary>
    public bool HasRules { get; init; }

    /// <summary>Whether anything is normalised.</summary>
    public bool HasNormalization { get; init; }

    public EquatableArray<StaticField> Fields { get; init; }

    public EquatableArray<ValidatedMember> Members { get; init; }

    /// <summary>What is asked of the whole object when its members are valid.</summary>
    public EquatableArray<string> Statements { get; init; }

    /// <summary>What is asked of the object itself when all else is valid; null for nothing.</summary>
    public string? SelfCheck { get; init; }

    public EquatableArray<NormalizedMember> Normalized { get; init; }

    /// <summary>Where attributes stand that a trimmed build must not warn of.</summary>
    public EquatableArray<TrimmedPlace> TrimmedPlaces { get; init; }
}
