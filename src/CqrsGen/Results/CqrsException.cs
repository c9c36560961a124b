namespace CqrsGen;

/// <summary>A failure with an <see cref="Error"/>.</summary>
public class CqrsException(string message) : Exception(message);
