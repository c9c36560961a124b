namespace CqrsGen;

/// <summary>The result of a message that answers with nothing. All values are equal.</summary>
public readonly record struct Unit
{
    /// <summary>The one value.</summary>
    public static Unit Value => default;

    /// <inheritdoc/>
    public override string ToString() => "()";
}
