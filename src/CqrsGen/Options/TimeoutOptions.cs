namespace CqrsGen;

/// <summary>How long dispatches may take. Null and zero switch a timeout off.</summary>
/// <remarks>
/// A timeout cancels the token that the handler received; a handler that ignores its token is not interrupted. Stream
/// queries and events have no timeout.
/// </remarks>
public sealed class TimeoutOptions
{
    // As configuration compares its keys.
    private readonly Dictionary<string, TimeSpan?> _messages = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The limit of commands.</summary>
    /// <value>Default: 30 seconds. Configuration: <c>CqrsGen:Timeouts:Command</c>.</value>
    public TimeSpan? Command { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The limit of queries.</summary>
    /// <value>Default: 10 seconds. Configuration: <c>CqrsGen:Timeouts:Query</c>.</value>
    public TimeSpan? Query { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The limits of single messages by wire name, such as <c>PlaceOrder</c>; they win over everything else. A name
    /// that no command or query of the application has is an error at the start.
    /// </summary>
    /// <value>Default: empty. Configuration: <c>CqrsGen:Timeouts:Messages:PlaceOrder</c>.</value>
    public IDictionary<string, TimeSpan?> Messages => _messages;

    /// <summary>The limit of a message: by name, else the message's own, else that of its kind.</summary>
    /// <returns>The limit; null for none.</returns>
    internal TimeSpan? LimitOf(MessageInfo message)
    {
        TimeSpan? limit = null;
        if (_messages.Count == 0 || !_messages.TryGetValue(message.Name, out limit))
        {
            limit = message.Timeout ?? message.Kind switch
            {
                MessageKind.Command => Command,
                MessageKind.Query => Query,
                _ => null,
            };
        }

        return limit > TimeSpan.Zero ? limit : null;
    }

    internal void Check(List<string> problems)
    {
        Check(problems, "Command", Command);
        Check(problems, "Query", Query);
        foreach (var (name, limit) in Messages)
        {
            Check(problems, $"Messages:{name}", limit);
        }
    }

    private static void Check(List<string> problems, string key, TimeSpan? limit)
    {
        if (limit < TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan)
        {
            problems.Add($"CqrsGen:Timeouts:{key} is {limit}. It must not be negative; 0 switches the timeout off.");
        }
    }
}
