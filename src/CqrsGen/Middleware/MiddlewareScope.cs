namespace CqrsGen;

/// <summary>Which messages a middleware applies to by itself.</summary>
public enum MiddlewareScope
{
    /// <summary>Those that its assembly composes: a module's own; in the host, every module's.</summary>
    Assembly,

    /// <summary>Those of every application that references its assembly.</summary>
    Application,

    /// <summary>None; only where <see cref="UseAttribute{TMiddleware}"/> names it.</summary>
    Explicit,
}
