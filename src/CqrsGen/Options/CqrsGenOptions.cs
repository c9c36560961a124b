using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace CqrsGen;

/// <summary>
/// The options of CqrsGen. Set them by <c>AddCqrsGen(o => …)</c> or in the configuration section <c>CqrsGen</c>, which
/// is applied after the code and wins.
/// </summary>
/// <remarks>
/// They are checked when the host starts (or at the first use, without a host), and everything that is wrong is
/// reported by one <see cref="CqrsConfigurationException"/>: values out of range, values that cannot be read, keys that
/// do not exist, and names of messages that the application does not have. They must not be changed after that.
/// </remarks>
public sealed class CqrsGenOptions
{
    /// <summary>How long dispatches may take.</summary>
    public TimeoutOptions Timeouts { get; } = new();

    /// <summary>
    /// How messages and results are read and written by name: add your source-generated contexts to it.
    /// </summary>
    /// <value>
    /// Default: <see cref="JsonSerializerDefaults.Web"/>, no contexts. Not in the configuration. Read-only once the
    /// options were checked.
    /// </value>
    /// <example><c>AddCqrsGen(o => o.Json.TypeInfoResolverChain.Add(ShopJsonContext.Default))</c></example>
    public JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>Applies the configuration section, then checks everything.</summary>
    /// <param name="section">The section <c>CqrsGen</c>; null for none.</param>
    /// <param name="problems">Takes what is wrong.</param>
    internal void Complete(IConfigurationSection? section, List<string> problems)
    {
        if (section is not null)
        {
            new OptionsReader(problems).Read(section, this);
        }

        Timeouts.Check(problems);
        if (Json.TypeInfoResolver is not null)
        {
            Json.MakeReadOnly(); // Without a resolver it would throw; nothing can be read or written then anyway.
        }
    }
}
