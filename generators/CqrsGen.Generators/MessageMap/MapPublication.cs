namespace CqrsGen.Generators.MessageMap;

/// <summary>An event that a handler in the map is seen to publish.</summary>
/// <param name="Handler">The handler, as the map names it.</param>
/// <param name="Event">The event's type.</param>
internal sealed record MapPublication(string Handler, string Event);
