using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>The manifest of a module: what a host needs to compose it. Written and read by the generator.</summary>
/// <param name="version">The format.</param>
/// <param name="routes">The module's generated routes class.</param>
/// <param name="data">Its messages, handlers and middleware.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CqrsModuleAttribute(int version, string routes, string data) : Attribute
{
    /// <summary>The format.</summary>
    public int Version { get; } = version;

    /// <summary>The module's generated routes class.</summary>
    public string Routes { get; } = routes;

    /// <summary>Its messages, handlers and middleware.</summary>
    public string Data { get; } = data;
}
