using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;

namespace CqrsGen.Generators.Modules;

/// <summary>A message in a module's manifest.</summary>
/// <param name="Message">The message.</param>
/// <param name="Member">The method of the routes class that runs its pipeline.</param>
/// <param name="IsDeclared">Whether it is declared in the module, so that its route leads there.</param>
/// <param name="Handler">
/// The entry of its handler, with the middleware that is inside for good; null where the module has none.
/// </param>
/// <param name="HandlerDisplay">The handler as a person reads it.</param>
/// <param name="IsMethod">Whether the handler is a marked method, not a class.</param>
/// <param name="IsScoped">Whether the handler needs a scope.</param>
/// <param name="Middleware">What the module's pipeline applies, in order; some marked <see cref="Inside"/>.</param>
/// <param name="HasInternalMiddleware">Whether some of it cannot be named outside.</param>
/// <param name="Validates">Whether the routes have a method that checks its attributes.</param>
/// <param name="Normalizes">Whether the routes have a method that normalises it.</param>
internal sealed record ModuleMessage(
    MessageModel Message,
    string Member,
    bool IsDeclared,
    string? Handler,
    string HandlerDisplay,
    bool IsMethod,
    bool IsScoped,
    EquatableArray<string> Middleware,
    bool HasInternalMiddleware,
    bool Validates,
    bool Normalizes)
{
    /// <summary>Marks middleware that is part of what hosts call as the handler.</summary>
    public const string Inside = "~";

    /// <summary>The middleware around what hosts call as the handler.</summary>
    public EquatableArray<string> OuterMiddleware => Middleware.Any(IsInside)
        ? Middleware.Where(static name => !IsInside(name)).ToEquatableArray()
        : Middleware;

    private static bool IsInside(string name) => name.StartsWith(Inside, StringComparison.Ordinal);
}
