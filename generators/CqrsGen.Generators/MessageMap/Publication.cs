namespace CqrsGen.Generators.MessageMap;

/// <summary>An event that a class or method is seen to publish.</summary>
/// <param name="Type">The class.</param>
/// <param name="Method">The method.</param>
/// <param name="Event">The event.</param>
internal sealed record Publication(string Type, string Method, string Event);
