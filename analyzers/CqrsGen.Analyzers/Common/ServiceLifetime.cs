namespace CqrsGen.Analyzers.Common;

/// <summary>How long a registered service lives, as far as it is known.</summary>
internal enum ServiceLifetime
{
    Unknown,
    Singleton,
    Scoped,
    Transient,
}
