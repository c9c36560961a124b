using System.Diagnostics.Metrics;
using System.Numerics;

namespace PluginHost.Observing;

/// <summary>
/// Adds up what the meters of the host and of CqrsGen report, as an exporter would. Safe for concurrent use.
/// </summary>
internal sealed class MetricsRecorder : IDisposable
{
    private readonly object _gate = new();
    private readonly SortedDictionary<string, Measurement> _measurements = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    /// <summary>Begins to listen.</summary>
    public MetricsRecorder()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name is PluginMetrics.MeterName or "CqrsGen")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Record);
        _listener.SetMeasurementEventCallback<int>(Record);
        _listener.SetMeasurementEventCallback<double>(Record);
        _listener.Start();
    }

    /// <summary>What was measured, by instrument and tags.</summary>
    public IReadOnlyList<Measurement> Measurements
    {
        get
        {
            lock (_gate)
            {
                return [.. _measurements.Values];
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Record<T>(
        Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        where T : struct, INumber<T>
    {
        string text = string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"));
        lock (_gate)
        {
            string key = $"{instrument.Name} {text}";
            var measurement = _measurements.TryGetValue(key, out var known)
                ? known
                : new Measurement(instrument.Name, instrument.Unit, text, instrument is Histogram<T>);
            _measurements[key] = measurement.With(double.CreateChecked(value));
        }
    }
}
