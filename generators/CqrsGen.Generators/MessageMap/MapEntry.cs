using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.MessageMap;

/// <summary>A message in the map.</summary>
/// <param name="Name">Its wire name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Kind">Its kind in words.</param>
/// <param name="Result">Its result; null for none.</param>
/// <param name="Middleware">What stands around its handlers, outermost first.</param>
/// <param name="Handlers">Its handlers, in order.</param>
/// <param name="Publishes">The events that its handlers are seen to publish.</param>
/// <param name="Publications">Which of them publishes which.</param>
/// <param name="Methods">Those of the handlers that are methods, by their names in <c>Handlers</c>.</param>
internal sealed record MapEntry(
    string Name,
    string Type,
    string Kind,
    string? Result,
    EquatableArray<string> Middleware,
    EquatableArray<string> Handlers,
    EquatableArray<string> Publishes,
    EquatableArray<MapPublication> Publications,
    EquatableArray<string> Methods);
