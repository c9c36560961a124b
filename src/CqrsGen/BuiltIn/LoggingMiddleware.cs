using System.ComponentModel;
using CqrsGen.Infrastructure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CqrsGen;

/// <summary>
/// Built in: logs start and end of each message at Debug, and its failure at the level of the error's severity, under
/// the categories <c>CqrsGen.Commands</c>, <c>CqrsGen.Queries</c> and <c>CqrsGen.Events</c>.
/// </summary>
/// <remarks>
/// Name, duration, outcome and correlation id are logged, never the contents of a message. The details of an error
/// are put in a log scope. The stack trace is logged for faults only (severity error and above). A category that is
/// switched off entirely costs one check; one that could log failures costs a timestamp more.
/// </remarks>
[Middleware(Order = -3000, Lifetime = HandlerLifetime.Singleton)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LoggingMiddleware
{
    private const long NotMeasured = long.MinValue;

    private readonly ILogger _commands;
    private readonly ILogger _queries;
    private readonly ILogger _events;
    private readonly TimeProvider _time;
    private readonly MessageContexts _contexts;

    /// <summary>Made by generated code.</summary>
    /// <param name="composition">The container's composition.</param>
    public LoggingMiddleware(Composition composition)
    {
        ArgumentNullException.ThrowIfNull(composition);
        var loggers = composition.Services.GetService(typeof(ILoggerFactory)) as ILoggerFactory
            ?? NullLoggerFactory.Instance;
        _commands = loggers.CreateLogger("CqrsGen.Commands");
        _queries = loggers.CreateLogger("CqrsGen.Queries");
        _events = loggers.CreateLogger("CqrsGen.Events");
        _time = composition.Time;
        _contexts = composition.MessageContexts;
    }

    /// <summary>Logs the start.</summary>
    /// <param name="message">The message.</param>
    /// <returns>When it started; <see cref="long.MinValue"/> when nothing can be logged.</returns>
    [return: State]
    public long Before(MessageInfo message)
    {
        var logger = LoggerOf(message);
        if (!logger.IsEnabled(LogLevel.Critical))
        {
            return NotMeasured;
        }

        if (logger.IsEnabled(LogLevel.Debug))
        {
            LogMessages.Started(logger, message.Name, _contexts.Current?.CorrelationId);
        }

        return _time.GetTimestamp();
    }

    /// <summary>Logs the end.</summary>
    /// <param name="message">The message.</param>
    /// <param name="started">When it started.</param>
    public void After(MessageInfo message, [State] long started)
    {
        if (started != NotMeasured && LoggerOf(message) is var logger && logger.IsEnabled(LogLevel.Debug))
        {
            LogMessages.Ended(
                logger, message.Name, MillisecondsSince(started), Outcomes.Ok, _contexts.Current?.CorrelationId);
        }
    }

    /// <summary>Logs the failure.</summary>
    /// <param name="message">The message.</param>
    /// <param name="exception">What was thrown, or the error of a failed result.</param>
    /// <param name="started">When it started.</param>
    public void Failed(MessageInfo message, Exception exception, [State] long started)
    {
        if (started == NotMeasured)
        {
            return;
        }

        var error = Error.From(exception);
        var logger = LoggerOf(message);
        var level = ErrorCategories.LogLevelOf(error.Severity);
        if (!logger.IsEnabled(level))
        {
            return;
        }

        double duration = MillisecondsSince(started);
        string outcome = Outcomes.Of(error);
        using (error.Details.Count == 0 ? null : logger.BeginScope(error.Details))
        {
            LogMessages.Failed(
                logger,
                level,
                level >= LogLevel.Error ? exception : null,
                message.Name,
                duration,
                outcome,
                error.Code,
                error.Message,
                _contexts.Current?.CorrelationId);
        }
    }

    private ILogger LoggerOf(MessageInfo message) => message.Kind switch
    {
        MessageKind.Command => _commands,
        MessageKind.Event => _events,
        _ => _queries,
    };

    private double MillisecondsSince(long started) =>
        Math.Round(_time.GetElapsedTime(started).TotalMilliseconds, 3);
}
