using Microsoft.Extensions.Logging;

namespace CqrsGen;

/// <summary>The one table from an error's category to what the outside sees of it.</summary>
/// <remarks>
/// <code>
/// category      severity     retry  exit  HTTP  name
/// Unexpected    Error        no        1   500  unexpected
/// Validation    Information  no        2   400  validation
/// NotFound      Information  no        3   404  not_found
/// Conflict      Information  no        4   409  conflict
/// Unauthorized  Warning      no        5   401  unauthorized
/// Forbidden     Warning      no        6   403  forbidden
/// RateLimited   Warning      yes       7   429  rate_limited
/// Timeout       Error        yes       8   504  timeout
/// Unavailable   Error        yes       9   503  unavailable
/// Cancelled     Information  no      130   499  cancelled
/// </code>
/// The log level is that of the error's severity.
/// </remarks>
public static class ErrorCategories
{
    /// <summary>The severity that errors of the category have unless they state another.</summary>
    /// <param name="category">The category.</param>
    public static ErrorSeverity SeverityOf(ErrorCategory category) => RowOf(category).Severity;

    /// <summary>Whether trying again later may help, unless the error states otherwise.</summary>
    /// <param name="category">The category.</param>
    public static bool IsRetryable(ErrorCategory category) => RowOf(category).IsRetryable;

    /// <summary>The exit code of a process that ends with such an error. Success is 0.</summary>
    /// <param name="category">The category.</param>
    public static int ExitCodeOf(ErrorCategory category) => RowOf(category).ExitCode;

    /// <summary>The HTTP status of a response with such an error.</summary>
    /// <param name="category">The category.</param>
    public static int HttpStatusOf(ErrorCategory category) => RowOf(category).HttpStatus;

    /// <summary>The name in snake_case, as telemetry and problem details use it.</summary>
    /// <param name="category">The category.</param>
    public static string NameOf(ErrorCategory category) => RowOf(category).Name;

    /// <summary>The log level of errors of the category, unless they state another severity.</summary>
    /// <param name="category">The category.</param>
    public static LogLevel LogLevelOf(ErrorCategory category) => LogLevelOf(SeverityOf(category));

    /// <summary>The log level of a severity.</summary>
    /// <param name="severity">The severity.</param>
    public static LogLevel LogLevelOf(ErrorSeverity severity) => severity switch
    {
        ErrorSeverity.Information => LogLevel.Information,
        ErrorSeverity.Warning => LogLevel.Warning,
        ErrorSeverity.Critical => LogLevel.Critical,
        _ => LogLevel.Error,
    };

    private static Row RowOf(ErrorCategory category) => category switch
    {
        ErrorCategory.Validation => new(ErrorSeverity.Information, false, 2, 400, "validation"),
        ErrorCategory.NotFound => new(ErrorSeverity.Information, false, 3, 404, "not_found"),
        ErrorCategory.Conflict => new(ErrorSeverity.Information, false, 4, 409, "conflict"),
        ErrorCategory.Unauthorized => new(ErrorSeverity.Warning, false, 5, 401, "unauthorized"),
        ErrorCategory.Forbidden => new(ErrorSeverity.Warning, false, 6, 403, "forbidden"),
        ErrorCategory.RateLimited => new(ErrorSeverity.Warning, true, 7, 429, "rate_limited"),
        ErrorCategory.Timeout => new(ErrorSeverity.Error, true, 8, 504, "timeout"),
        ErrorCategory.Unavailable => new(ErrorSeverity.Error, true, 9, 503, "unavailable"),
        ErrorCategory.Cancelled => new(ErrorSeverity.Information, false, 130, 499, "cancelled"),
        _ => new(ErrorSeverity.Error, false, 1, 500, "unexpected"),
    };

    private readonly record struct Row(
        ErrorSeverity Severity, bool IsRetryable, int ExitCode, int HttpStatus, string Name);
}
