namespace CqrsGen;

/// <summary>What accompanies a message.</summary>
public sealed class MessageContext;
