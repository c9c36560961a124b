namespace CqrsGen.Analyzers.Purity;

/// <summary>Where an object came from, and with that who sees it when it is written.</summary>
internal enum RegionKind
{
    /// <summary>Nothing yet: null, or a default.</summary>
    Nothing,

    /// <summary>Made here: nobody else sees it.</summary>
    Fresh,

    /// <summary>Handed in as a parameter.</summary>
    Parameter,

    /// <summary>The instance, what it holds, and what was injected into it.</summary>
    This,

    /// <summary>Reached from a static member.</summary>
    Static,

    /// <summary>An object that Entity Framework keeps track of, or a query or list of such.</summary>
    Tracked,

    /// <summary>Anything. A write to it is not reported.</summary>
    Unknown,
}
