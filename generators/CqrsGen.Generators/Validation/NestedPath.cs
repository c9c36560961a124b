using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>A <see cref="NestedModel"/> in the making: it still holds the symbol of the object's type.</summary>
internal sealed class NestedPath(NestedModel step, NestedPath? item, INamedTypeSymbol? target)
{
    /// <summary>The type at the end of the path.</summary>
    public INamedTypeSymbol Target => target ?? item!.Target;

    /// <summary>The finished path.</summary>
    /// <param name="classNameOf">Names the generated class of the target.</param>
    /// <param name="isRecursive">Whether the target's class watches the depth.</param>
    public NestedModel Build(Func<INamedTypeSymbol, string> classNameOf, Func<INamedTypeSymbol, bool> isRecursive) =>
        target is not null
            ? step with { ClassName = classNameOf(target), IsRecursive = isRecursive(target) }
            : step with { Item = item!.Build(classNameOf, isRecursive) };

    /// <summary>Whether the value itself is the object.</summary>
    public bool IsObject => target is not null;

    /// <summary>The item's path; null for an object.</summary>
    public NestedPath? Item => item;
}
