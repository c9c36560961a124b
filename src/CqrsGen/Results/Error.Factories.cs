namespace CqrsGen;

public sealed partial record Error
{
    /// <summary>The error of a message with invalid members.</summary>
    /// <param name="failures">Every failure; at least one.</param>
    public static Error Validation(IReadOnlyList<ValidationFailure> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        return Validation("validation", Describe(failures)) with { Failures = failures };
    }

    /// <summary>The message is malformed or breaks a rule.</summary>
    /// <inheritdoc cref="Error(string, string, ErrorCategory)"/>
    public static Error Validation(string code, string message) => new(code, message, ErrorCategory.Validation);

    /// <summary>What the message names does not exist.</summary>
    /// <inheritdoc cref="Error(string, string, ErrorCategory)"/>
    public static Error NotFound(string code, string message) => new(code, message, ErrorCategory.NotFound);

    /// <summary>The message contradicts the present state.</summary>
    /// <inheritdoc cref="Error(string, string, ErrorCategory)"/>
    public static Error Conflict(string code, string message) => new(code, message, ErrorCategory.Conflict);

    /// <summary>The caller is not known.</summary>
    /// <inheritdoc cref="Error(string, string, ErrorCategory)"/>
    public static Error Unauthorized(string code, string message) => new(code, message, ErrorCategory.Unauthorized);

    /// <summary>The caller is known and not allowed.</summary>
    /// <inheritdoc cref="Error(string, string, ErrorCategory)"/>
    public static Error Forbidden(string code, string message) => new(code, message, ErrorCategory.Forbidden);

    /// <summary>The caller asks too often, or a queue is full.</summary>
    /// <inheritdoc cref="Error(string, string, ErrorCategory)"/>
    public static Error RateLimited(string code, string message) => new(code, message, ErrorCategory.RateLimited);

    /// <summary>It took longer than allowed.</summary>
    /// <inheritdoc cref="Error(string, string, ErrorCategory)"/>
    public static Error Timeout(string code, string message) => new(code, message, ErrorCategory.Timeout);

    /// <summary>Something that is needed does not answer.</summary>
    /// <inheritdoc cref="Error(string, string, ErrorCategory)"/>
    public static Error Unavailable(string code, string message) => new(code, message, ErrorCategory.Unavailable);

    /// <summary>A fault that nobody foresaw.</summary>
    /// <inheritdoc cref="Error(string, string, ErrorCategory)"/>
    public static Error Unexpected(string code, string message) => new(code, message, ErrorCategory.Unexpected);

    private static string Describe(IReadOnlyList<ValidationFailure> failures) => failures.Count switch
    {
        0 => "The message is not valid.",
        1 => $"The message is not valid. {failures[0]}",
        _ => $"The message is not valid in {failures.Count} places. {string.Join(" ", failures)}",
    };
}
