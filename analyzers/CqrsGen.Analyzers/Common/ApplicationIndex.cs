using System.Collections.Concurrent;
using System.Collections.Immutable;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// Every message and handler of a compilation, found when a rule first asks. It binds only declarations that name one
/// of our interfaces or attributes; for a question about one message, only those that name it. Safe for concurrent use.
/// </summary>
internal sealed class ApplicationIndex(Compilation compilation)
{
    /// <summary>Compares types without their nullable annotations.</summary>
    public static readonly IEqualityComparer<ITypeSymbol> Types = SymbolEqualityComparer.Default;

    /// <summary>Compares wire names: two that differ in their case alone are one.</summary>
    public static readonly StringComparer WireNames = StringComparer.OrdinalIgnoreCase;

    private readonly CandidateIndex _candidates = new(compilation);
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<HandlerEntry>> _handlers = new(Types);

    private Content? _content;
    private ILookup<ITypeSymbol, HandlerEntry>? _unclear;
    private object? _middleware; // Boxed, as below.
    private object? _composes; // Boxed, since a nullable is not written at once.

    public Compilation Compilation => compilation;

    /// <summary>The handlers of exactly this type of message, in the order of their names.</summary>
    public ImmutableArray<HandlerEntry> HandlersOf(ITypeSymbol message, CancellationToken cancellationToken) =>
        _handlers.TryGetValue(message, out var found)
            ? found
            : _handlers.GetOrAdd(message, FindHandlers(message, cancellationToken));

    /// <summary>Whether a type of message, or one that derives from it, has a handler.</summary>
    public bool IsHandled(INamedTypeSymbol message, CancellationToken cancellationToken) =>
        !HandlersOf(message, cancellationToken).IsEmpty
        || (!message.IsSealed && Handled(cancellationToken).Any(handled => DerivesFrom(handled, message)));

    /// <summary>
    /// Whether the compilation puts the application together: it is a program, or it calls <c>AddCqrsGen</c>.
    /// </summary>
    public bool Composes(CancellationToken cancellationToken) =>
        (bool)(_composes ??= IsProgram(compilation.Options.OutputKind)
            || compilation.SyntaxTrees.Any(tree => CallFacts.Of(tree, cancellationToken).Composes));

    /// <summary>Every message that is declared here and marked, in the order of their names.</summary>
    public ImmutableArray<INamedTypeSymbol> Messages(CancellationToken cancellationToken) =>
        Get(cancellationToken).Messages;

    /// <summary>Every middleware that is declared here and found, in the order of their names.</summary>
    public ImmutableArray<INamedTypeSymbol> Middleware(CancellationToken cancellationToken) =>
        (ImmutableArray<INamedTypeSymbol>)(_middleware ??= (object)FindMiddleware(cancellationToken));

    /// <summary>Everything that is handled here, in the order of their names.</summary>
    public ImmutableArray<ITypeSymbol> Handled(CancellationToken cancellationToken) => Get(cancellationToken).Handled;

    /// <summary>Whether a type of this simple name is derived from; other types may have the name too.</summary>
    public bool IsBase(string name, CancellationToken cancellationToken) =>
        compilation.SyntaxTrees.Any(tree => DeclarationFacts.Of(tree, cancellationToken).Bases.Contains(name));

    /// <summary>The messages that share a wire name, whatever its case, in the order of their full names.</summary>
    public ImmutableArray<INamedTypeSymbol> MessagesNamed(string wireName, CancellationToken cancellationToken) =>
        [.. TypesOf(_candidates.MessagesNamed(wireName, cancellationToken))
            .Where(message => IsMessage(message) && WireNames.Equals(MessageFacts.WireNameOf(message), wireName))
            .OrderBy(NameOf, StringComparer.Ordinal)];

    private Content Get(CancellationToken cancellationToken)
    {
        // Two threads may both do the work; that is cheaper than waiting, and a cancelled one leaves nothing behind.
        if (_content is { } content)
        {
            return content;
        }

        content = Build(cancellationToken);
        return Interlocked.CompareExchange(ref _content, content, null) ?? content;
    }

    private Content Build(CancellationToken cancellationToken)
    {
        var all = _candidates.All(cancellationToken).Distinct(SymbolEqualityComparer.Default).ToList();
        return new Content(
            [.. all.OfType<INamedTypeSymbol>().Where(IsMessage).OrderBy(NameOf, StringComparer.Ordinal)],
            [.. all.SelectMany(symbol => EntriesOf(symbol, cancellationToken))
                .Select(static handler => handler.Message)
                .Distinct(Types)
                .OrderBy(NameOf, StringComparer.Ordinal)]);
    }

    private ImmutableArray<HandlerEntry> FindHandlers(ITypeSymbol message, CancellationToken cancellationToken)
    {
        _unclear ??= _candidates.UnclearHandlers(cancellationToken)
            .Distinct(SymbolEqualityComparer.Default)
            .SelectMany(symbol => EntriesOf(symbol!, cancellationToken))
            .ToLookup(static handler => handler.Message, Types);
        return [.. _candidates.HandlersOf(message.Name, cancellationToken)
            .Distinct(SymbolEqualityComparer.Default)
            .SelectMany(symbol => EntriesOf(symbol!, cancellationToken))
            .Where(handler => Types.Equals(handler.Message, message))
            .Concat(_unclear[message])
            .Distinct()
            .OrderBy(NameOf, StringComparer.Ordinal)];
    }

    private ImmutableArray<INamedTypeSymbol> FindMiddleware(CancellationToken cancellationToken) =>
        [.. TypesOf(_candidates.Middleware(cancellationToken))
            .Where(type => MiddlewareFacts.AttributeOf(type) is not null
                && !DiscoveryRules.IsLeftOut(type, cancellationToken))
            .OrderBy(NameOf, StringComparer.Ordinal)];

    private static IEnumerable<HandlerEntry> EntriesOf(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol switch
        {
            IMethodSymbol { Parameters.IsEmpty: false } method when HandlerFacts.IsMarked(method)
                && !DiscoveryRules.IsLeftOut(method.ContainingType, cancellationToken) => [EntryOf(method)],
            INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } type =>
                HandlerFacts.HandledBy(type, cancellationToken),
            _ => [],
        };

    private static HandlerEntry EntryOf(IMethodSymbol method)
    {
        var message = method.Parameters[0].Type;
        var kind = MessageFacts.KindOf(message);
        return new HandlerEntry(method, kind, message, HandlerRules.ResultOf(method, kind, out _, out _));
    }

    private static bool IsMessage(INamedTypeSymbol type) =>
        type.Arity == 0 && MessageFacts.AttributeOf(type) is not null;

    private static IEnumerable<INamedTypeSymbol> TypesOf(IEnumerable<ISymbol> symbols) =>
        symbols.OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    private static bool IsProgram(OutputKind kind) => kind
        is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    private static bool DerivesFrom(ITypeSymbol type, INamedTypeSymbol parent)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, parent))
            {
                return true;
            }
        }

        return false;
    }

    private static string NameOf(HandlerEntry handler) => NameOf(handler.Symbol);

    private static string NameOf(ISymbol symbol) => symbol.ToDisplayString();

    private sealed record Content(ImmutableArray<INamedTypeSymbol> Messages, ImmutableArray<ITypeSymbol> Handled);
}
