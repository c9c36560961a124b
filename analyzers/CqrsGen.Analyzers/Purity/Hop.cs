using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>One step of a path.</summary>
/// <param name="Name">What is called or written.</param>
/// <param name="Location">Where.</param>
internal sealed record Hop(string Name, Location Location);
