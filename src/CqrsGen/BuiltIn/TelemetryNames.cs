namespace CqrsGen;

/// <summary>The names under which telemetry is found. They are a contract with dashboards.</summary>
public static class TelemetryNames
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Source = "CqrsGen";

    /// <summary>The tag with the wire name of the message.</summary>
    public const string Message = "message";

    /// <summary>The tag with the outcome: <c>ok</c>, or the category of the error in snake_case.</summary>
    public const string Outcome = "outcome";

    /// <summary>The tag of activities with the code of the error.</summary>
    public const string ErrorType = "error.type";
}
