namespace CqrsGen;

/// <summary>How long one instance of a handler or middleware lives.</summary>
public enum HandlerLifetime
{
    /// <summary>Singleton without dependencies or with only known singletons, else scoped.</summary>
    Inferred,

    /// <summary>One instance per container.</summary>
    Singleton,

    /// <summary>One instance per scope, made at its first use there.</summary>
    Scoped,
}
