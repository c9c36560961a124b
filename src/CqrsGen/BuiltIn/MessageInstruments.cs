using System.Diagnostics.Metrics;

namespace CqrsGen;

/// <summary>Counter and histogram of one kind of message.</summary>
internal sealed class MessageInstruments(Meter meter, string kind, string counter)
{
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    };

    private readonly Counter<long> _count = meter.CreateCounter<long>(
        counter, $"{{{kind}}}", $"How many times each {kind} was dispatched, by outcome.");

    private readonly Histogram<double> _duration = meter.CreateHistogram(
        $"cqrs.{kind}.duration", "s", $"How long each {kind} took, by outcome.", tags: null, Buckets);

    public string Kind => kind;

    public bool IsTimed => _duration.Enabled;

    public bool IsEnabled => _duration.Enabled || _count.Enabled;

    /// <summary>Records one dispatch; null for a duration that was not measured.</summary>
    public void Record(string message, string outcome, TimeSpan? duration)
    {
        if (!IsEnabled)
        {
            return;
        }

        var messageTag = new KeyValuePair<string, object?>(TelemetryNames.Message, message);
        var outcomeTag = new KeyValuePair<string, object?>(TelemetryNames.Outcome, outcome);
        _count.Add(1, messageTag, outcomeTag);
        if (duration is { } measured)
        {
            _duration.Record(measured.TotalSeconds, messageTag, outcomeTag);
        }
    }
}
