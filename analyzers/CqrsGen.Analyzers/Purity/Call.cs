using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>One call in a body.</summary>
internal sealed record Call
{
    /// <summary>The method that is called; null for a lambda that is.</summary>
    public IMethodSymbol? Method { get; init; }

    /// <summary>A lambda or local function of the same member, which shares its variables.</summary>
    public Body? Nested { get; init; }

    /// <summary>What the method is called on; its type decides which overrides may run.</summary>
    public ITypeSymbol? Receiver { get; init; }

    /// <summary>Whether an override or implementation may run instead.</summary>
    public bool IsVirtual { get; init; }

    /// <summary>Whether it is a call on the instance itself, whose type may be known by then.</summary>
    public bool IsOnThis { get; init; }

    /// <summary>The instance.</summary>
    public Region Instance { get; init; } = Region.Unknown;

    /// <summary>The arguments, by the ordinal of their parameters.</summary>
    public ImmutableArray<Region> Arguments { get; init; } = [];

    /// <summary>
    /// The method that a delegate is handed to: it counts when that method invokes this parameter. Null when it counts
    /// anyway.
    /// </summary>
    public IMethodSymbol? HandedTo { get; init; }

    /// <summary>Which parameter of <see cref="HandedTo"/>.</summary>
    public int HandedAs { get; init; }

    public required Location Location { get; init; }
}
