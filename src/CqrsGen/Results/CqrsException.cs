namespace CqrsGen;

/// <summary>A failure with an <see cref="Error"/>.</summary>
public class CqrsException : Exception
{
    /// <summary>Makes an exception of an error; its message is the error's.</summary>
    /// <param name="error">What went wrong.</param>
    public CqrsException(Error error)
        : base((error ?? throw new ArgumentNullException(nameof(error))).Message, error.Cause) => Error = error;

    /// <summary>Makes an exception of an error with a message for developers that differs from the error's.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="message">What happened and what to do about it.</param>
    protected CqrsException(Error error, string message)
        : base(message, (error ?? throw new ArgumentNullException(nameof(error))).Cause) => Error = error;

    /// <summary>What went wrong: code, category, severity, and whether trying again may help.</summary>
    public Error Error { get; }

    private protected static Error Require(Error error, ErrorCategory category)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Category == category
            ? error
            : throw new ArgumentException(
                $"The error has the category {error.Category}; this exception is for {category}. " +
                "Use error.ToException(), which finds the right class.",
                nameof(error));
    }
}
