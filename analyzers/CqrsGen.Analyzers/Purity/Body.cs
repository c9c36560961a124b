using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// What stands in the body of a method, a lambda or a local function itself. It says nothing about what is called, so
/// it is the same from wherever it is reached. Complete when it leaves <see cref="BodyReader"/>, and never changed.
/// </summary>
internal sealed class Body
{
    public static readonly Body Empty = new("", isGenerated: false);

    public Body(string name, bool isGenerated)
    {
        Name = name;
        IsGenerated = isGenerated;
    }

    /// <summary>The name of a local function; empty for a lambda, which paths do not show.</summary>
    public string Name { get; }

    /// <summary>Whether a generator emitted it.</summary>
    public bool IsGenerated { get; }

    public List<Effect> Effects { get; } = [];

    public List<Call> Calls { get; } = [];

    /// <summary>Which of its delegate parameters it invokes.</summary>
    public HashSet<int> Invoked { get; } = [];

    /// <summary>Which of its delegate parameters it hands on, and to what.</summary>
    public List<(int Parameter, IMethodSymbol Method, int As)> HandedOn { get; } = [];
}
