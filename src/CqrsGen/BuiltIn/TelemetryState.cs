using System.ComponentModel;
using System.Diagnostics;

namespace CqrsGen;

/// <summary>What <see cref="TelemetryMiddleware"/> started with a message.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TelemetryState
{
    internal const long NotMeasured = long.MinValue;

    internal TelemetryState(long started, Activity? activity)
    {
        Started = started;
        Activity = activity;
    }

    internal long Started { get; }

    internal Activity? Activity { get; }
}
