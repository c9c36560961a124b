namespace CqrsGen;

/// <summary>A message contradicts the present state. Its category is <see cref="ErrorCategory.Conflict"/>.</summary>
public sealed class ConflictException : CqrsException
{
    /// <summary>Makes an exception with a code.</summary>
    /// <param name="code">A stable code such as <c>order.already_placed</c>.</param>
    /// <param name="message">What happened and what to do about it; it may reach clients.</param>
    public ConflictException(string code, string message)
        : base(Error.Conflict(code, message))
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="error">An error of the category <see cref="ErrorCategory.Conflict"/>.</param>
    /// <exception cref="ArgumentException">The error has another category.</exception>
    public ConflictException(Error error)
        : base(Require(error, ErrorCategory.Conflict))
    {
    }
}
