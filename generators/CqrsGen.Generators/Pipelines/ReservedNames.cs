namespace CqrsGen.Generators.Pipelines;

/// <summary>Names that mean something else where generated members stand, so that no message may take them.</summary>
internal static class ReservedNames
{
    /// <summary>Members that every routes class has, and types that its code calls by their short names.</summary>
    public static string[] Members { get; } =
    [
        "Ordinal", "Composition", "Middleware", "MiddlewareInstances", "NextOrdinal",
        "MessageNames", "AddTypes", "AddValidators", "AddDependencies", "AddReplaceable",
        "Send", "Query", "Stream", "Publish", "PublishUnknown", "Invoke",
        "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone",
        "Ambient", "ExceptionDispatchInfo", "ExecutionContext", "Failures", "GatewayCalls", "MessageKind",
        "Task", "TimeSpan", "Timeout", "UnitTask", "ValueTask", "global",
    ];

    /// <summary>What is added to the name of a message to name the members of its pipeline.</summary>
    public static string[] Suffixes { get; } =
    [
        "_Await", "_Direct", "_Handlers", "_Info", "_Inner", "_Inside", "_Leave", "_Normalize", "_Publish",
        "_PublishAt", "_PublishFrom", "_Validate", "_Validation",
    ];

    /// <summary>Locals and parameters of pipelines, which those named after a middleware must not meet.</summary>
    public static string[] Locals { get; } =
    [
        "Ambient", "Answer", "CallerToken", "CancellationToken", "Dispatcher", "Exception", "Failure", "Handler",
        "Items", "Message", "Middleware", "Pending", "Position", "Recovery", "Result", "Routes", "Scope", "Suspended",
        "Unsuccessful",
    ];

    /// <summary>Files that every assembly has.</summary>
    public static string[] Files { get; } =
        ["CqrsGen.AddCqrsGen", "CqrsGen.Composition", "CqrsGen.Manifest", "CqrsGen.Routes"];
}
