namespace CqrsGen;

/// <summary>What went wrong.</summary>
public sealed record Error(string Code, string Message)
{
    /// <summary>The error as an exception.</summary>
    public CqrsException ToException() => new(Message);
}
