namespace CqrsGen.Generators.Validation;

/// <summary>How validation goes from a value to the objects inside it.</summary>
internal enum NestedKind
{
    /// <summary>The value is the object.</summary>
    Object,

    /// <summary>A collection with an indexer.</summary>
    List,

    /// <summary>A collection that can only be enumerated.</summary>
    Sequence,

    /// <summary>A collection of pairs whose values are of interest.</summary>
    Dictionary,
}
