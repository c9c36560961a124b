namespace CqrsGen;

/// <summary>The built-in middleware.</summary>
[Flags]
public enum BuiltIn
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Message, correlation and causation id, user and tenant: <see cref="MessageContext"/>.</summary>
    Context = 1,

    /// <summary>Activities and metrics under the name <c>CqrsGen</c>.</summary>
    Telemetry = 2,

    /// <summary>Start, end and failure of each message in the log.</summary>
    Logging = 4,

    /// <summary>Generated validation of commands and queries, and <see cref="IValidator{T}"/>.</summary>
    Validation = 8,

    /// <summary>The timeouts of <see cref="CqrsGenOptions"/>.</summary>
    Timeout = 16,

    /// <summary>All of them.</summary>
    All = Context | Telemetry | Logging | Validation | Timeout,
}
