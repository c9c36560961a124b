namespace CqrsGen;

/// <summary>A message was sent in a container that its module is not part of.</summary>
public sealed class ModuleNotComposedException(Type routes) : CqrsException($"{routes} is not composed.");
