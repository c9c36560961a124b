using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Handlers;

/// <summary>A parameter that is resolved when a handler or middleware is made.</summary>
internal sealed record DependencyModel
{
    public required string Parameter { get; init; }

    /// <summary>The service in code, without nullable annotation.</summary>
    public required string Type { get; init; }

    public required DependencyKind Kind { get; init; }

    /// <summary>The key as a literal; null for services without one.</summary>
    public string? Key { get; init; }

    /// <summary>Whether a missing service is passed as null.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it is known to be a singleton.</summary>
    public bool IsSingleton { get; init; }

    /// <summary>Whether the compiler cannot find its type. It says so itself, so nothing is generated.</summary>
    public bool IsUnresolved { get; init; }

    /// <summary>What code that names the service must be prepared for.</summary>
    public Notices Notices { get; init; } = Notices.None;

    /// <summary>Whether other assemblies can name it.</summary>
    public bool IsPublic { get; init; } = true;
}
