using System.Collections.Immutable;
namespace CqrsGen.Analyzers.Purity;

/// <summary>An effect that a root has, with the shortest way to it.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Region">What is written, as the root sees it.</param>
/// <param name="Path">The calls from the root to the effect, and the effect.</param>
internal sealed record Finding(Effect Effect, Region Region, ImmutableArray<Hop> Path);
