using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>Why generated code cannot call a handler.</summary>
/// <param name="Kind">What a fix needs to know.</param>
/// <param name="Text">What is wrong, naming the symbol, then the remedy.</param>
/// <param name="At">The part that is wrong; null for the whole. Not for models, which hold no symbols.</param>
internal sealed record HandlerProblem(HandlerProblemKind Kind, string Text, ISymbol? At = null);
