using System.Globalization;

namespace CqrsGen;

/// <summary>A message took longer than allowed. Its category is <see cref="ErrorCategory.Timeout"/>.</summary>
public sealed class MessageTimeoutException : CqrsException
{
    /// <summary>Makes an exception of an error.</summary>
    /// <param name="error">An error of the category <see cref="ErrorCategory.Timeout"/>.</param>
    /// <exception cref="ArgumentException">The error has another category.</exception>
    public MessageTimeoutException(Error error)
        : base(Require(error, ErrorCategory.Timeout))
    {
    }

    internal MessageTimeoutException(MessageInfo message, TimeSpan limit, Exception? cause)
        : base(
            Error.Timeout("timeout", $"{message.Name} took longer than {Seconds(limit)} s.") with { Cause = cause },
            $"{message.Name} took longer than its limit of {Seconds(limit)} s. To change the limit, set " +
            $"TimeoutSeconds on the message's attribute, CqrsGen:Timeouts:Messages:{message.Name} in the " +
            $"configuration, or the limit of all messages of its kind, CqrsGen:Timeouts:{KindOf(message)}; 0 " +
            "switches it off.")
    {
        MessageName = message.Name;
        Limit = limit;
    }

    /// <summary>The wire name of the message; null when the exception was made from an error.</summary>
    public string? MessageName { get; }

    /// <summary>The limit that was exceeded; null when the exception was made from an error.</summary>
    public TimeSpan? Limit { get; }

    private static string Seconds(TimeSpan limit) => limit.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    private static string KindOf(MessageInfo message) => message.Kind == MessageKind.Command ? "Command" : "Query";
}
