using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>What is said of an effect at a query.</summary>
internal static class QueryEffects
{
    /// <summary>The rule that an effect breaks and what it does, in words; null when the root may do it.</summary>
    public static (DiagnosticDescriptor Rule, string Effect)? Describe(
        Finding finding, QueryRoot root, IMethodSymbol method, PurityOptions options)
    {
        if (options.Allows(finding.Effect.Detail) || Describe(finding, method, root) is not { } found)
        {
            return null;
        }

        // What an implementation does to itself is its own affair: it may count its calls. And who breaks a promise
        // must do so for certain.
        return root.Promise is null ? found
            : found.Rule.DefaultSeverity == DiagnosticSeverity.Info ? null
            : (QueryDescriptors.BrokenPromise, found.Effect);
    }

    private static (DiagnosticDescriptor Rule, string Effect)? Describe(
        Finding finding, IMethodSymbol method, QueryRoot root) =>
        finding.Effect.Kind switch
        {
            EffectKind.External => (QueryDescriptors.ExternalWrite, TextOf(finding.Effect.Detail)),
            EffectKind.Command => (QueryDescriptors.Command, "sends a command"),
            EffectKind.Event => (QueryDescriptors.Event, "publishes an event"),
            EffectKind.Append => (QueryDescriptors.Append, "appends to a stream"),
            EffectKind.Suspected =>
                (QueryDescriptors.Suspected, $"calls '{finding.Effect.Name}', which looks like a write by its name"),
            EffectKind.Unknown =>
                (QueryDescriptors.Unknown, $"calls '{finding.Effect.Name}', of which it is not known what it changes"),
            _ => finding.Region switch
            {
                { Kind: RegionKind.Static, Symbol: { } symbol } =>
                (
                    QueryDescriptors.StaticWrite,
                    $"writes static state '{symbol.ContainingType?.Name}.{WrittenName(symbol)}'"),
                { Kind: RegionKind.Parameter } region when root.Keeps(region.Index) =>
                (
                    QueryDescriptors.MessageWrite,
                    root.Message == region.Index
                        ? "changes its message"
                        : $"changes its parameter '{method.Parameters[region.Index].Name}'"),
                { Kind: RegionKind.Tracked } =>
                    (QueryDescriptors.TrackedWrite, $"changes tracked entities by '{finding.Effect.Name}'"),
                { Kind: RegionKind.This } =>
                (
                    QueryDescriptors.StateWrite,
                    $"changes '{finding.Effect.Written ?? finding.Effect.Name}', which outlives the call"),
                _ => null,
            },
        };

    /// <summary>The report: at the first hop inside the root, every other hop an additional location.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="effect">What happens, in words.</param>
    /// <param name="role">What the root is.</param>
    /// <param name="root">The root.</param>
    /// <param name="finding">How it comes to that.</param>
    /// <param name="compilation">What knows whether there are attributes to mark with.</param>
    /// <param name="heir">The class that inherits the root, where it is reported there.</param>
    public static Diagnostic Report(
        DiagnosticDescriptor rule,
        string effect,
        string role,
        IMethodSymbol root,
        Finding finding,
        Compilation compilation,
        INamedTypeSymbol? heir = null)
    {
        var place = heir is null ? finding.Path[0].Location : PlaceIn(heir, finding);
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add("Effect", effect)
            .Add(Baseline.Property, Baseline.LineOf(rule.Id, (ISymbol?)heir ?? root, effect))
            .Add("Path", PathText.Whole(root.Name, finding.Path));
        return Diagnostic.Create(
            rule,
            place,
            finding.Path.Select(static hop => hop.Location).Where(other => other != place),
            properties,
            role,
            (heir ?? root.ContainingType).Name,
            effect,
            PathText.Of(Names.Of(root), finding.Path),
            rule == QueryDescriptors.ExternalWrite && MarkableMember.Of(finding, compilation) is { } member
                ? $", or mark '{member}' [ReadOnlyCall(\"why\")]"
                : "");
    }

    /// <summary>Whether a path leads through a class.</summary>
    public static bool Touches(INamedTypeSymbol type, Finding finding) =>
        finding.Path.Any(hop => IsIn(type, hop.Location));

    /// <summary>A field behind a property is called as the property is.</summary>
    private static string WrittenName(ISymbol symbol) =>
        (symbol is IFieldSymbol { AssociatedSymbol: { } property } ? property : symbol).Name;

    private static Location PlaceIn(INamedTypeSymbol type, Finding finding) =>
        finding.Path.Select(static hop => hop.Location).FirstOrDefault(place => IsIn(type, place))
        ?? Common.Locations.Of(type);

    private static bool IsIn(INamedTypeSymbol type, Location place) => type.DeclaringSyntaxReferences.Any(reference =>
        reference.SyntaxTree == place.SourceTree && reference.Span.Contains(place.SourceSpan));

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
        "cache" => "writes a cache",
        "log" => "writes a log",
        _ => "writes outside of the process",
    };
}
