using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>
/// Built in: counts and times messages and traces them as activities, under the name <c>CqrsGen</c>.
/// </summary>
/// <remarks>
/// <para>
/// Counters <c>cqrs.commands</c>, <c>cqrs.queries</c>, <c>cqrs.events</c>; histograms in seconds
/// <c>cqrs.command.duration</c>, <c>cqrs.query.duration</c>, <c>cqrs.event.duration</c>; stream queries are queries.
/// Tags: <c>message</c> (the wire name) and <c>outcome</c> (<c>ok</c>, or the error's category in snake_case), so that
/// an error rate is a query. A failed <c>Result</c> counts as a failure. Nothing is created when nobody listens.
/// </para>
/// <para>
/// The meter belongs to the container, not to the process: it comes from the container's <see cref="IMeterFactory"/>
/// where there is one, so that two containers can be told apart by scope and one that is disposed stops reporting.
/// Listeners find it by its name as they would a static one.
/// </para>
/// </remarks>
[Middleware(Order = -4000, Lifetime = HandlerLifetime.Singleton)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TelemetryMiddleware : IDisposable
{
    private readonly TimeProvider _time;
    private readonly ActivitySource _activities = new(TelemetryNames.Source);
    private readonly Meter? _ownMeter;
    private readonly MessageInstruments _commands;
    private readonly MessageInstruments _queries;
    private readonly MessageInstruments _events;

    /// <summary>Made by generated code.</summary>
    /// <param name="composition">The container's composition.</param>
    public TelemetryMiddleware(Composition composition)
    {
        ArgumentNullException.ThrowIfNull(composition);
        _time = composition.Time;
        var factory = composition.Services.GetService(typeof(IMeterFactory)) as IMeterFactory;
        var meter = factory?.Create(new MeterOptions(TelemetryNames.Source))
            ?? (_ownMeter = new Meter(TelemetryNames.Source));
        _commands = new MessageInstruments(meter, "command", "cqrs.commands");
        _queries = new MessageInstruments(meter, "query", "cqrs.queries");
        _events = new MessageInstruments(meter, "event", "cqrs.events");
    }

    /// <summary>Starts the activity and the clock, each if somebody listens.</summary>
    /// <param name="message">The message.</param>
    [return: State]
    public TelemetryState Before(MessageInfo message)
    {
        var instruments = InstrumentsOf(message);
        return new TelemetryState(
            instruments.IsTimed ? _time.GetTimestamp() : TelemetryState.NotMeasured,
            _activities.HasListeners() ? Start(instruments, message) : null);
    }

    /// <summary>Records a success.</summary>
    /// <param name="message">The message.</param>
    /// <param name="state">What <see cref="Before"/> started.</param>
    public void After(MessageInfo message, [State] TelemetryState state)
    {
        Record(message, state, Outcomes.Ok);
        if (state.Activity is { } activity)
        {
            activity.SetTag(TelemetryNames.Outcome, Outcomes.Ok);
            activity.Dispose();
        }
    }

    /// <summary>Records a failure.</summary>
    /// <param name="message">The message.</param>
    /// <param name="exception">What was thrown, or the error of a failed result.</param>
    /// <param name="state">What <see cref="Before"/> started.</param>
    public void Failed(MessageInfo message, Exception exception, [State] TelemetryState state)
    {
        if (state.Activity is null && !InstrumentsOf(message).IsEnabled)
        {
            return;
        }

        var error = Error.From(exception);
        Record(message, state, Outcomes.Of(error));
        if (state.Activity is { } activity)
        {
            activity.SetTag(TelemetryNames.Outcome, Outcomes.Of(error));
            activity.SetTag(TelemetryNames.ErrorType, error.Code);
            activity.SetStatus(ActivityStatusCode.Error, error.Message);
            activity.AddException(exception);
            activity.Dispose();
        }
    }

    /// <summary>Ends the container's part in telemetry.</summary>
    public void Dispose()
    {
        _activities.Dispose();
        _ownMeter?.Dispose();
    }

    private Activity? Start(MessageInstruments instruments, MessageInfo message)
    {
        var activity = _activities.StartActivity($"{instruments.Kind} {message.Name}");
        activity?.SetTag(TelemetryNames.Message, message.Name);
        return activity;
    }

    private void Record(MessageInfo message, TelemetryState state, string outcome) =>
        InstrumentsOf(message).Record(
            message.Name,
            outcome,
            state.Started == TelemetryState.NotMeasured ? null : _time.GetElapsedTime(state.Started));

    private MessageInstruments InstrumentsOf(MessageInfo message) => message.Kind switch
    {
        MessageKind.Command => _commands,
        MessageKind.Event => _events,
        _ => _queries,
    };
}
