using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>What is said of an effect at a query.</summary>
internal static class QueryEffects
{
    /// <summary>The rule that an effect breaks and what it does, in words; null when a query may do it.</summary>
    /// <param name="finding">The effect.</param>
    /// <param name="message">Which parameter of the root is the message.</param>
    public static (DiagnosticDescriptor Rule, string Effect)? Describe(Finding finding, int message) =>
        finding.Effect.Kind switch
        {
            EffectKind.External => (QueryDescriptors.ExternalWrite, TextOf(finding.Effect.Detail)),
            EffectKind.Command => (QueryDescriptors.Command, "sends a command"),
            EffectKind.Event => (QueryDescriptors.Event, "publishes an event"),
            EffectKind.Append => (QueryDescriptors.Append, "appends to a stream"),
            _ => finding.Region switch
            {
                { Kind: RegionKind.Static, Symbol: { } symbol } =>
                (
                    QueryDescriptors.StaticWrite,
                    $"writes static state '{symbol.ContainingType?.Name}.{symbol.Name}'"),
                { Kind: RegionKind.Parameter } region when region.Index == message =>
                    (QueryDescriptors.MessageWrite, "changes its message"),
                _ => null,
            },
        };

    /// <summary>The report: at the first hop inside the root, every other hop an additional location.</summary>
    public static Diagnostic Report(
        DiagnosticDescriptor rule, string effect, string role, IMethodSymbol root, Finding finding)
    {
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add("Effect", effect)
            .Add("Path", PathText.Whole(root.Name, finding.Path));
        return Diagnostic.Create(
            rule,
            finding.Path[0].Location,
            finding.Path.Skip(1).Select(static hop => hop.Location),
            properties,
            role,
            root.ContainingType.Name,
            effect,
            PathText.Of(Names.Of(root), finding.Path));
    }

    /// <summary>What is done, by where it is written to.</summary>
    public static string TextOf(string target) => target switch
    {
        "HTTP" => "writes to HTTP",
        "database" => "writes to the database",
        "file" => "writes to a file",
        "queue" => "sends to a queue",
        "blob" => "writes to a blob store",
        "mail" => "sends mail",
        "process" => "acts on a process",
        "response" => "writes the HTTP response",
        "session" => "writes the session",
        "clients" => "sends to connected clients",
        _ => $"writes to {target}",
    };
}
