using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>What a method that must have no effects is.</summary>
/// <param name="Role">In the words of a message.</param>
/// <param name="Message">
/// Which of its parameters it must not change; -1 for none, <see cref="AllParameters"/> for all.
/// </param>
/// <param name="Promise">The member whose promise it must keep; null when it is bound by what it is.</param>
internal readonly record struct QueryRoot(string Role, int Message, IMethodSymbol? Promise = null)
{
    public const int AllParameters = -2;

    /// <summary>Whether a parameter must not be changed.</summary>
    public bool Keeps(int parameter) => Message == AllParameters || Message == parameter;
}
