using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.CodeFixes.Results;

/// <summary>Finds the names in the source that say that a message is a command.</summary>
internal static class CommandNames
{
    /// <summary>
    /// The attribute, the interface, the handler interfaces, and the calls that send it; null when one of them cannot
    /// be changed by its name alone.
    /// </summary>
    public static async Task<IReadOnlyCollection<(Document Document, SimpleNameSyntax Name)>?> FindAsync(
        INamedTypeSymbol command, TypeDeclarationSyntax type, Document document, CancellationToken cancellationToken)
    {
        var names = new HashSet<(Document Document, SimpleNameSyntax Name)>();
        if (await AttributeAsync(command, cancellationToken).ConfigureAwait(false) is not { } attribute
            || attribute.SyntaxTree != type.SyntaxTree
            || type.BaseList?.Types.Select(static parent => parent.Type).OfType<GenericNameSyntax>()
                .FirstOrDefault(static parent => parent.Identifier.ValueText == "ICommand") is not { } parent)
        {
            return null;
        }

        names.Add((document, attribute));
        names.Add((document, parent));
        var solution = document.Project.Solution;
        var found = await SymbolFinder.FindReferencesAsync(command, solution, cancellationToken).ConfigureAwait(false);
        foreach (var location in found.SelectMany(static references => references.Locations)
            .Where(static location => location.Document is not SourceGeneratedDocument))
        {
            var root = await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (root!.FindToken(location.Location.SourceSpan.Start).Parent?.Parent is TypeArgumentListSyntax
                {
                    Parent: GenericNameSyntax { Identifier.ValueText: "ICommandHandler" } handler,
                })
            {
                names.Add((location.Document, handler));
            }
        }

        foreach (var place in solution.Projects.SelectMany(static project => project.Documents))
        {
            if (!await AddCallsAsync(command, place, names, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }

        return names;
    }

    /// <summary>The name of the attribute, where all that it states can be stated of a query.</summary>
    private static async Task<SimpleNameSyntax?> AttributeAsync(
        INamedTypeSymbol command, CancellationToken cancellationToken)
    {
        if (MessageFacts.AttributeOf(command)?.ApplicationSyntaxReference is not { } reference
            || await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not AttributeSyntax syntax)
        {
            return null;
        }

        bool isCommon = syntax.ArgumentList is null or { Arguments.Count: 0 }
            || syntax.ArgumentList.Arguments.All(static argument =>
                argument.NameEquals?.Name.Identifier.ValueText is "Name" or "TimeoutSeconds" or "Validate");
        return isCommon ? syntax.Name as SimpleNameSyntax : null;
    }

    /// <summary>
    /// Adds the names of the calls in a document that send the command; false where one cannot become a query's, and
    /// where the document treats commands as such.
    /// </summary>
    private static async Task<bool> AddCallsAsync(
        INamedTypeSymbol command,
        Document document,
        HashSet<(Document Document, SimpleNameSyntax Name)> names,
        CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        string source = text.ToString();
        if (source.IndexOf("SendA", StringComparison.Ordinal) < 0
            && source.IndexOf("ICommand<", StringComparison.Ordinal) < 0)
        {
            return true;
        }

        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        foreach (var name in root!.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            switch (name.Identifier.ValueText)
            {
                case "ICommand" when name is GenericNameSyntax && IsOnItsOwn(name):
                    return false;
                case "SendAsync" or "SendAllAsync" when CallOf(name) is { } syntax
                    && semantics!.GetOperation(syntax, cancellationToken) is IInvocationOperation call
                    && Buses.IsSend(call)
                    && MaySend(call, command):
                    if (name is GenericNameSyntax || name.Identifier.ValueText == "SendAllAsync"
                        || !HasQueries(call.Instance?.Type))
                    {
                        return false;
                    }

                    names.Add((document, name));
                    break;
            }
        }

        return true;
    }

    /// <summary>Whether a call sends the command; a batch of which nothing is known may.</summary>
    private static bool MaySend(IInvocationOperation call, INamedTypeSymbol command) =>
        DispatchedMessage.Of(call) is { } sent
            ? SymbolEqualityComparer.Default.Equals(sent, command)
            : call.TargetMethod.Name == "SendAllAsync";

    /// <summary>Whether a name stands for the interface itself, not for what a declaration implements.</summary>
    private static bool IsOnItsOwn(SimpleNameSyntax name) =>
        !name.Ancestors().Any(static parent => parent is BaseListSyntax or TypeParameterConstraintClauseSyntax);

    private static InvocationExpressionSyntax? CallOf(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Parent as InvocationExpressionSyntax,
        MemberBindingExpressionSyntax binding => binding.Parent as InvocationExpressionSyntax,
        _ => null,
    };

    private static bool HasQueries(ITypeSymbol? bus) =>
        bus is not null
        && (!bus.GetMembers("QueryAsync").IsEmpty
            || bus.AllInterfaces.Any(static candidate => !candidate.GetMembers("QueryAsync").IsEmpty));
}
