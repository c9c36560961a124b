using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Middleware;

/// <summary>A type parameter with its constraints.</summary>
/// <param name="Name">Its name, which stands for it in patterns as <c>{Name}</c>.</param>
/// <param name="IsReferenceType"><c>class</c>.</param>
/// <param name="IsValueType"><c>struct</c>.</param>
/// <param name="IsUnmanaged"><c>unmanaged</c>.</param>
/// <param name="NeedsConstructor"><c>new()</c>.</param>
/// <param name="Supertypes">The patterns of its type constraints.</param>
internal sealed record TypeParameterModel(
    string Name,
    bool IsReferenceType,
    bool IsValueType,
    bool IsUnmanaged,
    bool NeedsConstructor,
    EquatableArray<string> Supertypes);
