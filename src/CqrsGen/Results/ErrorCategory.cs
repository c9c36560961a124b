using System.Text.Json.Serialization;

namespace CqrsGen;

/// <summary>
/// What kind of failure an <see cref="Error"/> is. It decides the HTTP status, exit code, log level and the
/// <c>outcome</c> tag of telemetry; see <see cref="ErrorCategories"/>.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErrorCategory>))]
public enum ErrorCategory
{
    /// <summary>
    /// A fault that nobody foresaw. The default, so that a forgotten category is never taken for harmless.
    /// </summary>
    Unexpected = 0,

    /// <summary>The message is malformed or breaks a rule.</summary>
    Validation,

    /// <summary>What the message names does not exist.</summary>
    NotFound,

    /// <summary>The message contradicts the present state.</summary>
    Conflict,

    /// <summary>The caller is not known.</summary>
    Unauthorized,

    /// <summary>The caller is known and not allowed.</summary>
    Forbidden,

    /// <summary>The caller asks too often, or a queue is full.</summary>
    RateLimited,

    /// <summary>It took longer than allowed.</summary>
    Timeout,

    /// <summary>Something that is needed does not answer.</summary>
    Unavailable,

    /// <summary>
    /// The caller gave up. A category of its own, so that cancelled calls count neither as faults nor as successes.
    /// </summary>
    Cancelled,
}
