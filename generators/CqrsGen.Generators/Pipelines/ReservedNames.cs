namespace CqrsGen.Generators.Pipelines;

/// <summary>Names that mean something else where generated members stand, so that no message may take them.</summary>
internal static class ReservedNames
{
    /// <summary>Members that every routes class has, and types that its code calls by their short names.</summary>
    public static string[] Members { get; } =
    [
        "Ordinal", "Composition", "Middleware", "MiddlewareInstances", "ScopedMiddleware", "NextOrdinal",
        "MessageNames", "AddTypes", "AddValidators", "AddDependencies", "AddReplaceable",
        "Send", "Query", "Stream", "Publish", "PublishUnknown", "Invoke",
        "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone",
        "Ambient", "ExceptionDispatchInfo", "ExecutionContext", "Failures", "GatewayCalls", "MessageKind",
        "MethodImplOptions", "NormalizationCalls", "Task", "TimeSpan", "Timeout", "UnitTask", "Unsafe",
        "ValidationCalls", "ValidationCodes", "ValueTask", "global",
    ];

    /// <summary>What is added to the name of a message to name the members of its pipeline.</summary>
    public static string[] Suffixes { get; } =
    [
        "_Await", "_Direct", "_Handlers", "_Info", "_Inner", "_Inside", "_Leave", "_Module", "_Normalize", "_Publish",
        "_PublishAt", "_PublishFrom", "_Stream", "_Validate", "_Validation", "_Validators",
    ];

    /// <summary>What is added to the name of a level to name its methods, itself included.</summary>
    public static string[] LevelSuffixes { get; } = ["", "_Await", "_Inner", "_Leave", "_Stream"];

    /// <summary>
    /// Locals and parameters of pipelines, which those named after a middleware must not meet, and what means something
    /// else in the class that holds its instances.
    /// </summary>
    public static string[] Locals { get; } =
    [
        "Ambient", "Answer", "CallerToken", "CancellationToken", "Dispatcher", "Exception", "Failure", "Handler",
        "Items", "Message", "Middleware", "Pending", "Position", "Recovery", "Result", "Routes", "Scope", "Suspended",
        "Unsuccessful", "MiddlewareInstances", "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString",
        "Finalize", "MemberwiseClone",
    ];

    /// <summary>Files that every assembly has.</summary>
    public static string[] Files { get; } =
        ["CqrsGen.AddCqrsGen", "CqrsGen.Composition", "CqrsGen.Manifest", "CqrsGen.Routes"];
}
