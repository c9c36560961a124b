using Microsoft.Extensions.Logging;

namespace CqrsGen;

/// <summary>All log messages of CqrsGen's core. Event ids: 1000 to 1099.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1000, LogLevel.Debug, "{Message} started. Correlation id {CorrelationId}.")]
    public static partial void Started(ILogger logger, string message, string? correlationId);

    [LoggerMessage(
        1001, LogLevel.Debug, "{Message} ended after {DurationMs} ms: {Outcome}. Correlation id {CorrelationId}.")]
    public static partial void Ended(
        ILogger logger, string message, double durationMs, string outcome, string? correlationId);

    [LoggerMessage(
        EventId = 1002,
        Message = "{Message} failed after {DurationMs} ms: {ErrorCode}: {ErrorMessage} " +
            "Correlation id {CorrelationId}.")]
#pragma warning disable SYSLIB1015 // The outcome is a property alone: most error codes say the same in the text.
    public static partial void Failed(
        ILogger logger,
        LogLevel level,
        Exception? exception,
        string message,
        double durationMs,
        string outcome,
        string errorCode,
        string errorMessage,
        string? correlationId);
#pragma warning restore SYSLIB1015
}
