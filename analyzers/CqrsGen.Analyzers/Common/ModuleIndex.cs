using System.Collections.Immutable;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// What the referenced modules route and handle, read from the methods of their generated routes when a rule first
/// asks: those have the messages as real types, which the text of the manifest has not. Safe for concurrent use.
/// </summary>
internal sealed class ModuleIndex(Compilation compilation)
{
    private const string ModuleAttribute = "CqrsModuleAttribute";
    private const string BareHandler = "_Handle";

    private Content? _content;
    private object? _assemblies; // Boxed, since an immutable array is not known to be written at once.

    /// <summary>The referenced modules, in the order of their names.</summary>
    public ImmutableArray<IAssemblySymbol> Assemblies(CancellationToken cancellationToken) =>
        (ImmutableArray<IAssemblySymbol>)(_assemblies ??= compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => IsModule(assembly, cancellationToken))
            .OrderBy(static assembly => assembly.Name, StringComparer.Ordinal)
            .ToImmutableArray());

    /// <summary>The handlers of a message in modules: each quoted, with its assembly.</summary>
    public ImmutableArray<string> HandlersOf(ITypeSymbol message, CancellationToken cancellationToken) =>
        Get(cancellationToken).Handlers.TryGetValue(message, out var found) ? found : [];

    /// <summary>The messages that modules declare, in the order of their names.</summary>
    public ImmutableArray<INamedTypeSymbol> Messages(CancellationToken cancellationToken) =>
        Get(cancellationToken).Messages;

    /// <summary>The modules that listen to a type of event, or to an interface or base type of events.</summary>
    public IEnumerable<IAssemblySymbol> ListenersTo(ITypeSymbol type, CancellationToken cancellationToken) =>
        Get(cancellationToken).Listeners.TryGetValue(type, out var found) ? found : [];

    /// <summary>The messages of modules with a wire name, whatever its case.</summary>
    public ImmutableArray<INamedTypeSymbol> MessagesNamed(string wireName, CancellationToken cancellationToken) =>
        Get(cancellationToken).Names.TryGetValue(wireName, out var found) ? found : [];

    /// <summary>The commands and queries that more than one module handles.</summary>
    public IEnumerable<KeyValuePair<ITypeSymbol, ImmutableArray<string>>> HandledTwice(
        CancellationToken cancellationToken) =>
        Get(cancellationToken).Handlers.Where(static handled => handled.Value.Length > 1)
            .OrderBy(static handled => handled.Key.ToDisplayString(), StringComparer.Ordinal);

    /// <summary>The wire names that messages of modules share, whatever their case.</summary>
    public IEnumerable<KeyValuePair<string, ImmutableArray<INamedTypeSymbol>>> NamedTwice(
        CancellationToken cancellationToken) =>
        Get(cancellationToken).Names.Where(static named => named.Value.Length > 1)
            .OrderBy(static named => named.Key, StringComparer.Ordinal);

    private Content Get(CancellationToken cancellationToken)
    {
        if (_content is { } content)
        {
            return content;
        }

        content = Build(cancellationToken);
        return Interlocked.CompareExchange(ref _content, content, null) ?? content;
    }

    private Content Build(CancellationToken cancellationToken)
    {
        var handlers = new List<(ITypeSymbol Message, string Handler)>();
        var listeners = new List<(ITypeSymbol Event, IAssemblySymbol Module)>();
        var messages = new HashSet<INamedTypeSymbol>(
            (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var routes = RoutesOf(assembly, out string manifest);
            foreach (var method in routes?.GetMembers().OfType<IMethodSymbol>() ?? [])
            {
                if (method.DeclaredAccessibility != Accessibility.Public || method.Parameters.IsEmpty
                    || method.Parameters[0].Type is not INamedTypeSymbol message)
                {
                    continue;
                }

                var kind = MessageFacts.KindOf(message);
                if (kind is MessageKind.Event or MessageKind.None && manifest.Contains($"|{method.Name}|"))
                {
                    listeners.Add((message, assembly));
                }

                if (kind != MessageKind.None && message.Arity == 0 && IsDeclaredIn(message, assembly))
                {
                    messages.Add(message);
                }

                if (kind is not (MessageKind.None or MessageKind.Event)
                    && method.Name.IndexOf(BareHandler, StringComparison.Ordinal) > 0)
                {
                    handlers.Add((message, $"{HandlerAt(method.Name, manifest)} in {assembly.Name}"));
                }
            }
        }

        return new Content(
            [.. messages.OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal)],
            handlers.Distinct()
                .GroupBy(static handled => handled.Message, ApplicationIndex.Types)
                .ToDictionary(
                    static group => group.Key,
                    static group => group.Select(static handled => handled.Handler).Distinct()
                        .OrderBy(static handler => handler, StringComparer.Ordinal).ToImmutableArray(),
                    ApplicationIndex.Types),
            listeners.Distinct().GroupBy(static listener => listener.Event, ApplicationIndex.Types)
                .ToDictionary(
                    static group => group.Key,
                    static group => group.Select(static listener => listener.Module).ToImmutableArray(),
                    ApplicationIndex.Types),
            messages.GroupBy(MessageFacts.WireNameOf, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(
                    static group => group.Key,
                    static group => group.OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal)
                        .ToImmutableArray(),
                    StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsModule(IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return RoutesOf(assembly, out _) is not null;
    }

    private static bool IsDeclaredIn(ITypeSymbol message, IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(message.ContainingAssembly, assembly);

    /// <summary>
    /// What a person calls the handler behind an entry of the routes: the field after the entry's in the manifest.
    /// </summary>
    private static string HandlerAt(string entry, string manifest)
    {
        int start = manifest.IndexOf($"|{entry}|", StringComparison.Ordinal) + entry.Length + 2;
        int end = start < entry.Length + 2 ? -1 : manifest.IndexOf('|', start);
        return end < 0 ? "a handler" : $"'{manifest.Substring(start, end - start)}'";
    }

    /// <summary>The generated routes of a module, with its manifest; null for assemblies that are none.</summary>
    private static INamedTypeSymbol? RoutesOf(IAssemblySymbol assembly, out string manifest)
    {
        manifest = "";
        // Whether it references CqrsGen is known without reading its attributes.
        if (!assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference =>
            reference.Name == KnownNames.Namespace)))
        {
            return null;
        }

        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: ModuleAttribute } type
                && type.ToDisplayString() == KnownNames.ModuleAttribute
                && attribute.ConstructorArguments.Length > 2
                && attribute.ConstructorArguments[1].Value is string routes)
            {
                manifest = attribute.ConstructorArguments[2].Value as string ?? "";
                return assembly.GetTypeByMetadataName(routes.Replace("global::", ""));
            }
        }

        return null;
    }

    private sealed record Content(
        ImmutableArray<INamedTypeSymbol> Messages,
        Dictionary<ITypeSymbol, ImmutableArray<string>> Handlers,
        Dictionary<ITypeSymbol, ImmutableArray<IAssemblySymbol>> Listeners,
        Dictionary<string, ImmutableArray<INamedTypeSymbol>> Names);
}
