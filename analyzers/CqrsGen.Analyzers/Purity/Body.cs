using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// What stands in the body of a method, a lambda or a local function itself. It says nothing about what is called, so
/// it is the same from wherever it is reached. Complete when it leaves <see cref="BodyReader"/>, and never changed.
/// </summary>
internal sealed class Body
{
    /// <summary>Whether there is nothing to look at.</summary>
    public bool IsEmpty => Effects.Count == 0 && Calls.Count == 0 && Unknowns.Count == 0 && Hints.Count == 0;

    public static readonly Body Empty = new("", isGenerated: false);

    public Body(string name, bool isGenerated)
    {
        Name = name;
        IsGenerated = isGenerated;
    }

    /// <summary>The name of the effect of a member that says by an attribute that it writes.</summary>
    public const string Stated = "[HasSideEffects]";

    /// <summary>Stands for the body of a method that says by an attribute what it does.</summary>
    public static Body Marked(CatalogueEntry entry, IMethodSymbol method)
    {
        if (entry.Action != CatalogueAction.Write)
        {
            return Empty;
        }

        var body = new Body("", isGenerated: false);
        body.Effects.Add(new Effect(
            EffectKind.External, entry.Target, Region.Unknown, Stated, method.Locations[0]));
        return body;
    }

    /// <summary>The name of a local function; empty for a lambda, which paths do not show.</summary>
    public string Name { get; }

    /// <summary>Whether a generator emitted it.</summary>
    public bool IsGenerated { get; }

    public List<Effect> Effects { get; } = [];

    public List<Call> Calls { get; } = [];

    /// <summary>Calls of which little or nothing is known, as effects of their own kinds.</summary>
    public List<Effect> Unknowns { get; } = [];

    /// <summary>
    /// What is no effect, and is asked for on the paths of handlers. The region says in which member it stands.
    /// </summary>
    public List<Effect> Hints { get; } = [];

    /// <summary>Whether it has calls that count as reads only because a mark says so.</summary>
    public bool HasTrustedCalls { get; set; }

    /// <summary>Which of its delegate parameters it invokes.</summary>
    public HashSet<int> Invoked { get; } = [];

    /// <summary>Which of its delegate parameters it hands on, and to what.</summary>
    public List<(int Parameter, IMethodSymbol Method, int As)> HandedOn { get; } = [];
}
