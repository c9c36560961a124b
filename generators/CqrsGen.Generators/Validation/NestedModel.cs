namespace CqrsGen.Generators.Validation;

/// <summary>The way from a value to the objects inside it.</summary>
internal sealed record NestedModel
{
    /// <summary>The method that validates an object of a recursive type inside of another.</summary>
    public const string Inside = "ValidateInside";

    public required NestedKind Kind { get; init; }

    /// <summary>For an object: the generated class that validates it.</summary>
    public string? ClassName { get; init; }

    /// <summary>For an object: whether its class watches the depth.</summary>
    public bool IsRecursive { get; init; }

    /// <summary>For a list: <c>Count</c> or <c>Length</c>.</summary>
    public string? Count { get; init; }

    /// <summary>Whether an item can be null.</summary>
    public bool ItemCanBeNull { get; init; }

    /// <summary>Whether an item is a nullable value type.</summary>
    public bool ItemIsNullableValue { get; init; }

    /// <summary>For a collection: the way on from each item.</summary>
    public NestedModel? Item { get; init; }

    /// <summary>Whether the value is a struct that must not be used while it is the default one.</summary>
    public bool MayBeDefault { get; init; }
}
