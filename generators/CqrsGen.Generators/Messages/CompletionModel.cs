using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Messages;

/// <summary>The interface that a message gets from the generator.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Namespace">The message's namespace; null for the global one.</param>
/// <param name="Declarations">The declarations from the outermost type to the message.</param>
/// <param name="Interface">The interface.</param>
internal sealed record CompletionModel(
    string File, string? Namespace, EquatableArray<string> Declarations, string Interface);
