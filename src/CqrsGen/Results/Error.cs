using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace CqrsGen;

/// <summary>
/// What went wrong: a stable code for programs, a message for people, and a category that decides how it is shown,
/// logged and retried. Immutable.
/// </summary>
/// <remarks>
/// Code, message, category, severity, retryability and validation failures may reach clients, so keep secrets out of
/// them. <see cref="Details"/> and <see cref="Cause"/> are for logs: neither JSON nor <see cref="ToString"/> nor
/// equality takes them in.
/// </remarks>
public sealed partial record Error
{
    private readonly ErrorSeverity? _severity;
    private readonly bool? _isRetryable;

    /// <summary>Makes an error.</summary>
    /// <param name="code">A stable code such as <c>order.not_found</c>; programs compare it.</param>
    /// <param name="message">What happened and what to do about it, for people; no secrets.</param>
    /// <param name="category">What kind of failure it is.</param>
    [JsonConstructor]
    public Error(string code, string message, ErrorCategory category = ErrorCategory.Unexpected)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(message);
        Code = code;
        Message = message;
        Category = category;
    }

    /// <summary>A stable code such as <c>order.not_found</c>; programs compare it.</summary>
    public string Code { get; }

    /// <summary>What happened and what to do about it, for people.</summary>
    public string Message { get; }

    /// <summary>What kind of failure it is.</summary>
    public ErrorCategory Category { get; }

    /// <summary>How bad it is for whoever runs the application; it is the log level of the failure.</summary>
    /// <value>Default: that of the category, see <see cref="ErrorCategories"/>.</value>
    public ErrorSeverity Severity
    {
        get => _severity ?? ErrorCategories.SeverityOf(Category);
        init => _severity = value;
    }

    /// <summary>Whether trying the same again later may help.</summary>
    /// <value>Default: that of the category: rate limits, timeouts and unavailable services.</value>
    public bool IsRetryable
    {
        get => _isRetryable ?? ErrorCategories.IsRetryable(Category);
        init => _isRetryable = value;
    }

    /// <summary>What is wrong with the members of an invalid message.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<ValidationFailure> Failures { get; init; } = [];

    /// <summary>Context for logs; never shown to clients.</summary>
    /// <value>Default: empty. Add to it by <see cref="WithDetail"/>.</value>
    [JsonIgnore]
    public IReadOnlyDictionary<string, object?> Details { get; private init; } =
        ReadOnlyDictionary<string, object?>.Empty;

    /// <summary>The exception behind the error, for logs; never shown to clients.</summary>
    /// <value>Default: null.</value>
    [JsonIgnore]
    public Exception? Cause { get; init; }

    /// <summary>A copy with one more piece of context for logs.</summary>
    /// <param name="name">The name of the detail; an existing one is replaced.</param>
    /// <param name="value">Its value.</param>
    public Error WithDetail(string name, object? value) => this with
    {
        Details = new ReadOnlyDictionary<string, object?>(new Dictionary<string, object?>(Details) { [name] = value }),
    };

    /// <summary>Compares what clients may see; details and cause are left out.</summary>
    /// <param name="other">The other error.</param>
    public bool Equals(Error? other) =>
        other is not null && Code == other.Code && Message == other.Message && Category == other.Category &&
        Severity == other.Severity && IsRetryable == other.IsRetryable && Failures.SequenceEqual(other.Failures);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Message, Category);

    /// <summary>Category, code and message; never the details.</summary>
    public override string ToString() => $"{Category} ({Code}): {Message}";
}
