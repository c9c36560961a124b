namespace CqrsGen;

public sealed partial record Error
{
    /// <summary>
    /// The error that an exception stands for. The one classification: telemetry, logs, problem details and exit
    /// codes all ask it.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <returns>
    /// The error of a <see cref="CqrsException"/>; <see cref="ErrorCategory.Timeout"/> for a
    /// <see cref="TimeoutException"/> and for a cancellation that one caused; <see cref="ErrorCategory.Cancelled"/> for
    /// any other cancellation; the worst error of an <see cref="AggregateException"/>; else
    /// <see cref="ErrorCategory.Unexpected"/> with a neutral message, since the exception's own may hold secrets.
    /// </returns>
    public static Error From(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception switch
        {
            CqrsException known => known.Error,
            TimeoutException or OperationCanceledException { InnerException: TimeoutException } =>
                Timeout("timeout", "The operation took longer than allowed.") with { Cause = exception },
            OperationCanceledException =>
                new("cancelled", "The operation was cancelled.", ErrorCategory.Cancelled) { Cause = exception },
            AggregateException { InnerExceptions.Count: > 0 } several => WorstOf(several),
            _ => Unexpected("unexpected", "An unexpected error occurred.") with { Cause = exception },
        };
    }

    /// <summary>The error as an exception of the class that fits its category.</summary>
    public CqrsException ToException() => Category switch
    {
        ErrorCategory.Validation => new ValidationFailedException(this),
        ErrorCategory.NotFound => new NotFoundException(this),
        ErrorCategory.Conflict => new ConflictException(this),
        ErrorCategory.Timeout => new MessageTimeoutException(this),
        _ => new CqrsException(this),
    };

    private static Error WorstOf(AggregateException several)
    {
        var worst = From(several.InnerExceptions[0]);
        for (int index = 1; index < several.InnerExceptions.Count; index++)
        {
            var other = From(several.InnerExceptions[index]);
            worst = other.Severity > worst.Severity ? other : worst;
        }

        return worst;
    }
}
