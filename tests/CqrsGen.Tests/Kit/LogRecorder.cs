using Microsoft.Extensions.Logging;

namespace CqrsGen.Tests.Kit;

/// <summary>Keeps what is logged at a level or above.</summary>
internal sealed class LogRecorder(LogLevel minimum) : ILoggerFactory
{
    public List<Entry> Entries { get; } = [];

    public List<object> Scopes { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private bool IsEnabled(LogLevel level) => level >= minimum;

    public sealed record Entry(string Category, LogLevel Level, EventId Id, string Text, Exception? Exception);

    private sealed class Recorder(LogRecorder owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            owner.Scopes.Add(state);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => owner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            owner.Entries.Add(new(category, logLevel, eventId, formatter(state, exception), exception));
    }
}
