using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// The candidates of a compilation by the names that they state, found when a rule first asks. After an edit, an IDE
/// has a compilation in which nothing is bound: so the question for one message binds what names it, and nothing else.
/// Safe for concurrent use.
/// </summary>
/// <remarks>
/// A name that is an alias somewhere does not say what is handled, nor does a handler with other bases, which may
/// handle more; nor does a message, validator or middleware that is a handler through a base alone. Such candidates are
/// bound for every question. Who asks looks at what is bound, so names need not be exact.
/// </remarks>
internal sealed class CandidateIndex(Compilation compilation)
{
    private const string Unclear = "";

    private Names? _names;

    /// <summary>All of them.</summary>
    public IEnumerable<ISymbol> All(CancellationToken cancellationToken) =>
        compilation.SyntaxTrees.SelectMany(tree => DeclarationFacts.Of(tree, cancellationToken).Candidates
            .Select(candidate => new Place(tree, candidate))
            .Select(place => Bind(place, cancellationToken)).OfType<ISymbol>());

    /// <summary>What says that it handles something with this simple name.</summary>
    public IEnumerable<ISymbol> HandlersOf(string message, CancellationToken cancellationToken) =>
        Bind(Get(cancellationToken).Handlers.Find(message), cancellationToken);

    /// <summary>What does not say what it handles.</summary>
    public IEnumerable<ISymbol> UnclearHandlers(CancellationToken cancellationToken) =>
        Bind(Get(cancellationToken).Handlers.Find(Unclear), cancellationToken);

    /// <summary>What may be a message with this wire name.</summary>
    public IEnumerable<ISymbol> MessagesNamed(string wireName, CancellationToken cancellationToken)
    {
        var messages = Get(cancellationToken).Messages;
        return Bind(messages.Find(wireName).Concat(messages.Find(Unclear)), cancellationToken);
    }

    /// <summary>What is marked as middleware.</summary>
    public IEnumerable<ISymbol> Middleware(CancellationToken cancellationToken) =>
        Bind(Get(cancellationToken).Middleware, cancellationToken);

    private IEnumerable<ISymbol> Bind(IEnumerable<Place> places, CancellationToken cancellationToken) =>
        places.Select(place => Bind(place, cancellationToken)).OfType<ISymbol>();

    private ISymbol? Bind(Place place, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var span = place.Candidate.Span;
        var node = place.Tree.GetRoot(cancellationToken).FindToken(span.Start).Parent?.AncestorsAndSelf()
            .FirstOrDefault(candidate =>
                candidate.Span == span && candidate is TypeDeclarationSyntax or MethodDeclarationSyntax);
        return node is null
            ? null
            : compilation.GetSemanticModel(place.Tree).GetDeclaredSymbol(node, cancellationToken);
    }

    private bool IsHandler(Place place, CancellationToken cancellationToken) =>
        Bind(place, cancellationToken) is INamedTypeSymbol type && HandlerFacts.HasHandlerInterface(type);

    private Names Get(CancellationToken cancellationToken)
    {
        if (_names is { } names)
        {
            return names;
        }

        names = Read(cancellationToken);
        return Interlocked.CompareExchange(ref _names, names, null) ?? names;
    }

    private Names Read(CancellationToken cancellationToken)
    {
        var facts = compilation.SyntaxTrees
            .Select(tree => (Tree: tree, Facts: DeclarationFacts.Of(tree, cancellationToken)))
            .ToList();
        var aliases = new HashSet<string>(facts.SelectMany(static file => file.Facts.Aliases), StringComparer.Ordinal);
        var derived = new HashSet<string>(facts.SelectMany(static file => file.Facts.Derived), StringComparer.Ordinal);
        var bases = new HandlerBases([.. facts.Select(static file => file.Facts)], aliases);
        var names = new Names();
        foreach (var (tree, declared) in facts)
        {
            foreach (var candidate in declared.Candidates)
            {
                var place = new Place(tree, candidate);
                bool isDerived = candidate.Type is { } type && derived.Contains(type);
                foreach (string name in candidate.Handles)
                {
                    names.Handlers.Add(isDerived || aliases.Contains(name) ? Unclear : name, place);
                }

                if (candidate is { Handles.IsEmpty: true, Type: { } other }
                    && bases.MayHandle(other, () => IsHandler(place, cancellationToken)))
                {
                    names.Handlers.Add(Unclear, place);
                }

                if (candidate.WireName is { } wireName)
                {
                    names.Messages.Add(wireName, place);
                }

                if (candidate.IsMiddleware)
                {
                    names.Middleware.Add(place);
                }
            }
        }

        return names;
    }

    /// <summary>A candidate and its file.</summary>
    private readonly record struct Place(SyntaxTree Tree, Candidate Candidate);

    /// <summary>The candidates by what they state.</summary>
    private sealed class Names
    {
        public NameMap<Place> Handlers { get; } = new(StringComparer.Ordinal);

        public NameMap<Place> Messages { get; } = new(ApplicationIndex.WireNames);

        public List<Place> Middleware { get; } = [];
    }
}
