namespace CqrsGen.Conformance;

/// <summary>An adapter does not hold what it must.</summary>
/// <param name="message">What was expected and what came.</param>
public sealed class ConformanceException(string message) : Exception(message);
