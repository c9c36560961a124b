using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Modules;

/// <summary>An event handler in a module's manifest.</summary>
/// <param name="Event">What it listens to: an event, a base type or an interface.</param>
/// <param name="Entry">The method of the routes class that calls it.</param>
/// <param name="Display">The handler as a person reads it.</param>
/// <param name="IsMethod">Whether it is a marked method, not a class.</param>
/// <param name="IsScoped">Whether it needs a scope.</param>
/// <param name="Order">Its place among the handlers of an event.</param>
/// <param name="Uses">The middleware that <c>[Use]</c> names on it.</param>
internal sealed record ModuleEventHandler(
    string Event,
    string Entry,
    string Display,
    bool IsMethod,
    bool IsScoped,
    int Order,
    EquatableArray<string> Uses);
