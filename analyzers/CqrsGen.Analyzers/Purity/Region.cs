using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// Where an object came from, as the body that uses it sees it. A cheap escape analysis: one region per variable,
/// whatever the order of the statements.
/// </summary>
/// <remarks>
/// After Sălcianu and Rinard, <i>Purity and Side Effect Analysis for Java Programs</i>, VMCAI 2005: to change what is
/// new is no side effect.
/// </remarks>
/// <param name="Kind">The kind.</param>
/// <param name="Index">Which parameter; else 0.</param>
/// <param name="Symbol">Which static member; else null.</param>
internal readonly record struct Region(RegionKind Kind, int Index = 0, ISymbol? Symbol = null)
{
    public static readonly Region Nothing = new(RegionKind.Nothing);
    public static readonly Region Fresh = new(RegionKind.Fresh);
    public static readonly Region This = new(RegionKind.This);
    public static readonly Region Tracked = new(RegionKind.Tracked);
    public static readonly Region Unknown = new(RegionKind.Unknown);

    /// <summary>Whether a write to it can matter to anybody.</summary>
    public bool IsSeen => Kind is RegionKind.Parameter or RegionKind.This or RegionKind.Static or RegionKind.Tracked;

    public static Region Parameter(int index) => new(RegionKind.Parameter, index);

    public static Region Static(ISymbol symbol) => new(RegionKind.Static, 0, symbol);

    /// <summary>
    /// One or the other. What differs is unknown: a variable that first holds the message's list and then a copy of it
    /// must not be reported.
    /// </summary>
    public Region Join(Region other) =>
        Kind == RegionKind.Nothing || Equals(other) ? other : other.Kind == RegionKind.Nothing ? this : Unknown;
}
