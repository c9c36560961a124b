namespace CqrsGen;

/// <summary>What a message names does not exist. Its category is <see cref="ErrorCategory.NotFound"/>.</summary>
public sealed class NotFoundException : CqrsException
{
    /// <summary>Makes an exception with a code.</summary>
    /// <param name="code">A stable code such as <c>order.not_found</c>.</param>
    /// <param name="message">What happened and what to do about it; it may reach clients.</param>
    public NotFoundException(string code, string message)
        : base(Error.NotFound(code, message))
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="error">An error of the category <see cref="ErrorCategory.NotFound"/>.</param>
    /// <exception cref="ArgumentException">The error has another category.</exception>
    public NotFoundException(Error error)
        : base(Require(error, ErrorCategory.NotFound))
    {
    }
}
