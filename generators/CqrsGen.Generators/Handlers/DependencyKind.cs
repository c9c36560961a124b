namespace CqrsGen.Generators.Handlers;

/// <summary>Where a dependency comes from.</summary>
internal enum DependencyKind
{
    /// <summary>From the container.</summary>
    Service,

    /// <summary>All registrations of a service.</summary>
    Enumerable,

    /// <summary>The dispatcher of the scope, as itself or one of its interfaces.</summary>
    Dispatcher,

    /// <summary>The container's composition, for built-in middleware.</summary>
    Composition,

    /// <summary>The service provider of the scope.</summary>
    Provider,

    /// <summary>Not a service: the parameter's default is used.</summary>
    Default,
}
