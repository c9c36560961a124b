using System.Text.Json.Serialization;

namespace CqrsGen;

/// <summary>How bad an <see cref="Error"/> is for whoever runs the application.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErrorSeverity>))]
public enum ErrorSeverity
{
    /// <summary>Part of normal operation: nobody needs to act.</summary>
    Information,

    /// <summary>Worth a look when it happens often.</summary>
    Warning,

    /// <summary>A fault: something does not work.</summary>
    Error,

    /// <summary>A fault that stops the application from doing its job.</summary>
    Critical,
}
