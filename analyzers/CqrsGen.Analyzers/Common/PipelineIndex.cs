using System.Collections.Immutable;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// Which middleware stands around which message in the pipelines of a compilation: its own, and those of the modules
/// that it puts together. Found when a rule first asks. Safe for concurrent use.
/// </summary>
internal sealed class PipelineIndex(ApplicationIndex application, ModuleIndex modules)
{
    private const int Validation = 8;

    private static readonly (string Type, int Bit)[] s_builtIns =
    [
        ("CqrsGen.ContextMiddleware", 1),
        ("CqrsGen.TelemetryMiddleware", 2),
        ("CqrsGen.LoggingMiddleware", 4),
        ("CqrsGen.TimeoutMiddleware", 16),
    ];

    private readonly INamedTypeSymbol? _unit = application.Compilation.GetTypeByMetadataName(KnownNames.Unit);
    private object? _messages; // Boxed, since an immutable array is not known to be written at once.

    /// <summary>The messages that have a pipeline here: events, and what is handled.</summary>
    public ImmutableArray<INamedTypeSymbol> Messages(CancellationToken cancellationToken) =>
        (ImmutableArray<INamedTypeSymbol>)(_messages ??= (object)FindMessages(cancellationToken));

    /// <summary>The built-in middleware that is switched on, apart from validation, which is no class.</summary>
    public IEnumerable<INamedTypeSymbol> BuiltIns()
    {
        int enabled = EnabledBuiltIns();
        return s_builtIns.Where(builtIn => (builtIn.Bit & enabled) != 0)
            .Select(builtIn => application.Compilation.GetTypeByMetadataName(builtIn.Type))
            .OfType<INamedTypeSymbol>();
    }

    /// <summary>Whether the built-in validation stands around a message.</summary>
    public bool Validates(INamedTypeSymbol message) =>
        (EnabledBuiltIns() & Validation) != 0
        && MessageFacts.KindOf(message) != MessageKind.Event
        && MessageFacts.AttributeOf(message) is { } attribute
        && AttributeFacts.Argument(attribute, "Validate") is not false;

    /// <summary>The middleware of modules that can stand in pipelines of this compilation.</summary>
    public IEnumerable<INamedTypeSymbol> MiddlewareOfModules(CancellationToken cancellationToken) =>
        modules.Assemblies(cancellationToken)
            .SelectMany(module => ModuleTypes.Of(module, cancellationToken).AllMiddleware);

    /// <summary>Whether a middleware stands around a message here.</summary>
    public bool Holds(INamedTypeSymbol message, INamedTypeSymbol middleware, CancellationToken cancellationToken)
    {
        if (_unit is null
            || MiddlewareProblems.Of(middleware) is not null
            || !MiddlewareFacts.AppliesTo(middleware, message, _unit))
        {
            return false;
        }

        return MiddlewareFacts.ScopeOf(middleware) switch
        {
            MiddlewareFacts.Explicit => IsUsed(message, middleware, cancellationToken),
            MiddlewareFacts.Application => true,
            _ => IsOf(middleware, application.Compilation.Assembly)
                || IsOf(middleware, message.ContainingAssembly)
                || MessageRules.IsOurs(middleware)
                || IsUsed(message, middleware, cancellationToken),
        };
    }

    /// <summary>Whether <c>[Use]</c> names a middleware on a message or on one of its handlers here.</summary>
    public bool IsUsed(INamedTypeSymbol message, INamedTypeSymbol middleware, CancellationToken cancellationToken) =>
        HandlersOf(message, cancellationToken)
            .Select(static handler => handler.Symbol)
            .Append(message)
            .SelectMany(MiddlewareFacts.UsedBy)
            .Contains(middleware.OriginalDefinition, ApplicationIndex.Types);

    /// <summary>The handlers of a message here; of an event also those of its base types and interfaces.</summary>
    private IEnumerable<HandlerEntry> HandlersOf(INamedTypeSymbol message, CancellationToken cancellationToken) =>
        MessageFacts.KindOf(message) == MessageKind.Event
            ? TypesOf(message).SelectMany(type => application.HandlersOf(type, cancellationToken))
            : application.HandlersOf(message, cancellationToken);

    /// <summary>The first middleware of an event's module that stands around it and cannot be named here.</summary>
    public INamedTypeSymbol? HiddenMiddlewareOf(INamedTypeSymbol message, CancellationToken cancellationToken) =>
        _unit is null || MessageFacts.KindOf(message) != MessageKind.Event
        || !modules.Assemblies(cancellationToken).Contains(
            message.ContainingAssembly, (IEqualityComparer<IAssemblySymbol>)SymbolEqualityComparer.Default)
            ? null
            : ModuleTypes.Of(message.ContainingAssembly, cancellationToken).HiddenMiddleware.FirstOrDefault(hidden =>
                MiddlewareProblems.Of(hidden) is null
                && MiddlewareFacts.AppliesTo(hidden, message, _unit)
                && (MiddlewareFacts.ScopeOf(hidden) != MiddlewareFacts.Explicit
                    || MiddlewareFacts.UsedBy(message).Contains(hidden, ApplicationIndex.Types)));

    /// <summary>The modules that an event's own does not know of, and that listen to it or stand around it.</summary>
    public IEnumerable<string> OutsidersOf(INamedTypeSymbol message, CancellationToken cancellationToken) =>
        TypesOf(message).SelectMany(type => modules.ListenersTo(type, cancellationToken))
            .Concat(MiddlewareOfModules(cancellationToken)
                .Where(middleware => Holds(message, middleware, cancellationToken))
                .Select(static middleware => middleware.ContainingAssembly))
            .Where(outsider => !IsOf(message, outsider))
            .Select(static outsider => outsider.Name)
            .Distinct()
            .OrderBy(static name => name, StringComparer.Ordinal);

    /// <summary>A message with everything that it can be taken for.</summary>
    public static IEnumerable<ITypeSymbol> TypesOf(INamedTypeSymbol message)
    {
        for (var current = message; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        foreach (var candidate in message.AllInterfaces)
        {
            yield return candidate;
        }
    }

    private static bool IsOf(ISymbol symbol, IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly);

    private int EnabledBuiltIns()
    {
        foreach (var attribute in application.Compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "BuiltInMiddlewareAttribute" } type
                && MessageRules.IsOurs(type)
                && !attribute.ConstructorArguments.IsEmpty
                && attribute.ConstructorArguments[0].Value is int bits)
            {
                return bits;
            }
        }

        return ~0;
    }

    private ImmutableArray<INamedTypeSymbol> FindMessages(CancellationToken cancellationToken)
    {
        var found = application.Messages(cancellationToken)
            .Where(message => MessageFacts.KindOf(message) == MessageKind.Event
                || !application.HandlersOf(message, cancellationToken).IsEmpty)
            .Concat(application.Handled(cancellationToken).OfType<INamedTypeSymbol>().Where(IsMessage));
        if (application.Composes(cancellationToken))
        {
            found = found.Concat(modules.Messages(cancellationToken)
                .Where(message => MessageFacts.KindOf(message) == MessageKind.Event
                    || !modules.HandlersOf(message, cancellationToken).IsEmpty));
        }

        return found.Distinct((IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default).ToImmutableArray();
    }

    private static bool IsMessage(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false }
        && MessageFacts.AttributeOf(type) is not null
        && MessageFacts.KindOf(type) != MessageKind.None;
}
