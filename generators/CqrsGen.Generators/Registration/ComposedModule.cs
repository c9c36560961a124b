using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Registration;

/// <summary>A module in the host's plan.</summary>
/// <param name="Assembly">The module's assembly.</param>
/// <param name="RoutesClass">Its routes class.</param>
/// <param name="HostClass">The host's subclass of it; null where the module's own class is used.</param>
/// <param name="Overrides">The routes that lead to the host's pipelines or to another module.</param>
internal sealed record ComposedModule(
    string Assembly, string RoutesClass, string? HostClass, EquatableArray<RouteOverride> Overrides);
