using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>One effect that stands in a body itself, not in what it calls.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Detail">Where to, for an external write; else empty.</param>
/// <param name="Region">What is written, for <see cref="EffectKind.Write"/>, as the body sees it.</param>
/// <param name="Name">The call or the member, as a path ends with it.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record Effect(EffectKind Kind, string Detail, Region Region, string Name, Location Location)
{
    /// <summary>Whether it certainly writes. A request, or SQL that cannot be read, may only ask.</summary>
    public bool IsSure { get; init; } = true;

    /// <summary>What is written, where the name is that of the call; else null.</summary>
    public string? Written { get; init; }
}
