namespace CqrsGen;

/// <summary>
/// A message is not valid. It lists every failure; its category is <see cref="ErrorCategory.Validation"/>.
/// </summary>
public sealed class ValidationFailedException : CqrsException
{
    /// <summary>Makes an exception of failures.</summary>
    /// <param name="failures">Every failure.</param>
    public ValidationFailedException(IReadOnlyList<ValidationFailure> failures)
        : base(Error.Validation(failures))
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="error">An error of the category <see cref="ErrorCategory.Validation"/>.</param>
    /// <exception cref="ArgumentException">The error has another category.</exception>
    public ValidationFailedException(Error error)
        : base(Require(error, ErrorCategory.Validation))
    {
    }

    /// <summary>Every failure; empty when the error was made from a code and a message.</summary>
    public IReadOnlyList<ValidationFailure> Failures => Error.Failures;
}
