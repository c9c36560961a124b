using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>One handling of one message: by a class, or by a method that is marked <c>[Handler]</c>.</summary>
/// <param name="Symbol">The class or the method.</param>
/// <param name="Kind">The kind of message; none when the first parameter of the method is no message.</param>
/// <param name="Message">What it handles.</param>
/// <param name="Result">What it answers with; null for nothing.</param>
internal sealed record HandlerEntry(ISymbol Symbol, MessageKind Kind, ITypeSymbol Message, ITypeSymbol? Result)
{
    public string Display =>
        Symbol is IMethodSymbol ? $"{Symbol.ContainingType.Name}.{Symbol.Name}" : Symbol.Name;
}
