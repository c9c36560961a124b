using System.Collections.Immutable;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// Every message and handler of a compilation, found when a rule first asks. It binds only declarations that name one
/// of our interfaces or attributes. Safe for concurrent use.
/// </summary>
internal sealed class ApplicationIndex(Compilation compilation)
{
    /// <summary>Compares types without their nullable annotations.</summary>
    public static readonly IEqualityComparer<ITypeSymbol> Types = SymbolEqualityComparer.Default;

    private Content? _content;
    private object? _composes; // Boxed, since a nullable is not written at once.

    public Compilation Compilation => compilation;

    /// <summary>The handlers of exactly this type of message, in the order of their names.</summary>
    public ImmutableArray<HandlerEntry> HandlersOf(ITypeSymbol message, CancellationToken cancellationToken) =>
        Get(cancellationToken).Handlers.TryGetValue(message, out var found) ? found : [];

    /// <summary>Whether a type of message, or one that derives from it, has a handler.</summary>
    public bool IsHandled(INamedTypeSymbol message, CancellationToken cancellationToken)
    {
        var handlers = Get(cancellationToken).Handlers;
        return handlers.ContainsKey(message)
            || (!message.IsSealed && handlers.Keys.Any(handled => DerivesFrom(handled, message)));
    }

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
        Get(cancellationToken).Middleware;

    /// <summary>Everything that is handled here, in the order of their names.</summary>
    public ImmutableArray<ITypeSymbol> Handled(CancellationToken cancellationToken) => Get(cancellationToken).Handled;

    /// <summary>Whether a type of this simple name is derived from; other types may have the name too.</summary>
    public bool IsBase(string name, CancellationToken cancellationToken) =>
        compilation.SyntaxTrees.Any(tree => DeclarationFacts.Of(tree, cancellationToken).Bases.Contains(name));

    /// <summary>The messages that share a wire name, whatever its case, in the order of their full names.</summary>
    public ImmutableArray<INamedTypeSymbol> MessagesNamed(string wireName, CancellationToken cancellationToken) =>
        Get(cancellationToken).Names.TryGetValue(wireName, out var found) ? found : [];

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
        var handlers = new List<HandlerEntry>();
        var messages = new List<INamedTypeSymbol>();
        var middleware = new List<INamedTypeSymbol>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var facts = DeclarationFacts.Of(tree, cancellationToken);
            if (facts.Candidates.IsEmpty)
            {
                continue;
            }

            var root = tree.GetRoot(cancellationToken);
            var semantics = compilation.GetSemanticModel(tree);
            foreach (var span in facts.Candidates)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var node = root.FindToken(span.Start).Parent?.AncestorsAndSelf().FirstOrDefault(candidate =>
                    candidate.Span == span && candidate is TypeDeclarationSyntax or MethodDeclarationSyntax);
                var symbol = node is null ? null : semantics.GetDeclaredSymbol(node, cancellationToken);
                if (symbol is null || !seen.Add(symbol))
                {
                    continue;
                }

                if (symbol is IMethodSymbol method)
                {
                    AddMethod(method, handlers, cancellationToken);
                }
                else if (symbol is INamedTypeSymbol type)
                {
                    AddType(type, handlers, messages, cancellationToken);
                    if (MiddlewareFacts.AttributeOf(type) is not null
                        && !DiscoveryRules.IsLeftOut(type, cancellationToken))
                    {
                        middleware.Add(type);
                    }
                }
            }
        }

        return new Content(
            [.. messages.OrderBy(NameOf, StringComparer.Ordinal)],
            [.. middleware.OrderBy(NameOf, StringComparer.Ordinal)],
            [.. handlers.Select(static handler => handler.Message)
                .Distinct(Types)
                .OrderBy(NameOf, StringComparer.Ordinal)],
            handlers.GroupBy(static handler => handler.Message, Types)
                .ToDictionary(
                    static group => group.Key,
                    static group => group.OrderBy(NameOf, StringComparer.Ordinal).ToImmutableArray(),
                    Types),
            messages.GroupBy(MessageFacts.WireNameOf, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(
                    static group => group.Key,
                    static group => group.OrderBy(NameOf, StringComparer.Ordinal).ToImmutableArray(),
                    StringComparer.OrdinalIgnoreCase));
    }

    private static void AddMethod(
        IMethodSymbol method, List<HandlerEntry> handlers, CancellationToken cancellationToken)
    {
        if (!HandlerFacts.IsMarked(method) || method.Parameters.IsEmpty
            || DiscoveryRules.IsLeftOut(method.ContainingType, cancellationToken))
        {
            return;
        }

        var message = method.Parameters[0].Type;
        var kind = MessageFacts.KindOf(message);
        handlers.Add(new HandlerEntry(method, kind, message, HandlerRules.ResultOf(method, kind, out _, out _)));
    }

    private static void AddType(
        INamedTypeSymbol type,
        List<HandlerEntry> handlers,
        List<INamedTypeSymbol> messages,
        CancellationToken cancellationToken)
    {
        if (type.Arity == 0 && MessageFacts.AttributeOf(type) is not null)
        {
            messages.Add(type);
        }

        if (type.TypeKind == TypeKind.Class && !type.IsAbstract)
        {
            handlers.AddRange(HandlerFacts.HandledBy(type, cancellationToken));
        }
    }

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

    private sealed record Content(
        ImmutableArray<INamedTypeSymbol> Messages,
        ImmutableArray<INamedTypeSymbol> Middleware,
        ImmutableArray<ITypeSymbol> Handled,
        Dictionary<ITypeSymbol, ImmutableArray<HandlerEntry>> Handlers,
        Dictionary<string, ImmutableArray<INamedTypeSymbol>> Names);
}
