namespace CqrsGen.IntegrationTests.Middleware;

/// <summary>What each step of one dispatch is to do, and what it did.</summary>
internal sealed class Plan
{
    public HashSet<string> Throwing { get; init; } = [];

    /// <summary>The hook whose <c>Before</c> answers early; 0 for none.</summary>
    public int Answering { get; init; }

    /// <summary>The hook whose <c>Failed</c> recovers; 0 for none.</summary>
    public int Recovering { get; init; }

    public Outcome Handler { get; init; }

    public List<string> Log { get; } = [];

    /// <summary>A step of a hook or of the handler: it is written down, and throws where it is to.</summary>
    public void Step(string name, string detail = "")
    {
        Log.Add(detail.Length == 0 ? name : $"{name}({detail})");
        if (Throwing.Contains(name))
        {
            throw new PlannedException(name);
        }
    }

    public override string ToString() =>
        $"throwing {string.Join(",", Throwing)}; answering {Answering}; recovering {Recovering}; {Handler}";
}
