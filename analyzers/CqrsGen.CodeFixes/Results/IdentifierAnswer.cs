using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.CodeFixes.Results;

/// <summary>
/// Makes a command answer with the identifier of what it answers with, where nobody reads more of the answer.
/// </summary>
internal static class IdentifierAnswer
{
    /// <summary>
    /// The property that is the identifier and every node to be replaced; null where one of them cannot be.
    /// </summary>
    public static async Task<(IPropertySymbol Identifier, IReadOnlyList<Edit> Edits)?> FindAsync(
        INamedTypeSymbol command, TypeDeclarationSyntax type, Document document, CancellationToken cancellationToken)
    {
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var stated = type.BaseList?.Types.Select(static parent => parent.Type).OfType<GenericNameSyntax>()
            .FirstOrDefault(static parent => parent is
            {
                Identifier.ValueText: "ICommand",
                TypeArgumentList.Arguments.Count: 1,
            })?.TypeArgumentList.Arguments[0];
        if (semantics is null || stated is null or NullableTypeSyntax
            || semantics.GetTypeInfo(stated, cancellationToken).Type is not INamedTypeSymbol result
            || IdentifierOf(result) is not { } identifier)
        {
            return null;
        }

        var edits = new List<Edit> { TypeEdit(document, semantics, stated, identifier) };
        return await AddHandlerAsync(command, result, identifier, document.Project.Solution, edits, cancellationToken)
                .ConfigureAwait(false)
            && await IsUnreadAsync(command, document.Project.Solution, cancellationToken).ConfigureAwait(false)
                ? (identifier, edits)
                : null;
    }

    private static IPropertySymbol? IdentifierOf(INamedTypeSymbol result) =>
        result.GetMembers("Id").OfType<IPropertySymbol>().FirstOrDefault(static property =>
            property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null }
            && new CommandResults(ImmutableHashSet<string>.Empty).IsIdentifier(property.Type));

    /// <summary>The one class that handles it: its interface, its method's type, and what that returns.</summary>
    private static async Task<bool> AddHandlerAsync(
        INamedTypeSymbol command,
        INamedTypeSymbol result,
        IPropertySymbol identifier,
        Solution solution,
        List<Edit> edits,
        CancellationToken cancellationToken)
    {
        int handlers = 0;
        var found = await SymbolFinder.FindReferencesAsync(command, solution, cancellationToken).ConfigureAwait(false);
        foreach (var location in found.SelectMany(static references => references.Locations)
            .Where(static location => location.Document is not SourceGeneratedDocument))
        {
            var root = await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var name = root!.FindToken(location.Location.SourceSpan.Start).Parent;
            if (name?.Parent is not TypeArgumentListSyntax { Arguments.Count: > 1 } arguments)
            {
                continue;
            }

            var semantics = await location.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            if (arguments is not
                {
                    Arguments.Count: 2,
                    Parent: GenericNameSyntax
                    {
                        Identifier.ValueText: "ICommandHandler",
                        Parent: SimpleBaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax handler },
                    },
                }
                || !AddMethod(command, result, identifier, location.Document, handler, semantics!, edits)
                || ++handlers > 1)
            {
                return false;
            }

            edits.Add(TypeEdit(location.Document, semantics!, arguments.Arguments[1], identifier));
        }

        return handlers == 1;
    }

    private static bool AddMethod(
        INamedTypeSymbol command,
        INamedTypeSymbol result,
        IPropertySymbol identifier,
        Document document,
        TypeDeclarationSyntax handler,
        SemanticModel semantics,
        List<Edit> edits)
    {
        var method = handler.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(candidate =>
            candidate.Identifier.ValueText == "HandleAsync"
            && semantics.GetDeclaredSymbol(candidate)?.Parameters.FirstOrDefault()?.Type is { } first
            && SymbolEqualityComparer.Default.Equals(first, command));
        if (method?.ReturnType is not GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } stated })
        {
            return false;
        }

        edits.Add(TypeEdit(document, semantics, stated[0], identifier));
        bool isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword);
        var returned = method.ExpressionBody is { } arrow
            ? [arrow.Expression]
            : method.Body!.DescendantNodes(static node =>
                    node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>().Select(static statement => statement.Expression).ToList();
        foreach (var value in returned)
        {
            var answer = isAsync ? value : Inner(value);
            if (answer is null or ImplicitObjectCreationExpressionSyntax
                || !SymbolEqualityComparer.Default.Equals(semantics.GetTypeInfo(answer).Type, result))
            {
                return false;
            }

            edits.Add(new Edit(document, answer, current =>
            {
                var bare = (ExpressionSyntax)current.WithoutTrivia();
                var whole = bare is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
                    or ObjectCreationExpressionSyntax
                        ? bare
                        : SyntaxFactory.ParenthesizedExpression(bare);
                return SyntaxFactory.MemberAccessExpression(
                    SyntaxKind.SimpleMemberAccessExpression, whole, SyntaxFactory.IdentifierName(identifier.Name))
                    .WithTriviaFrom(current);
            }));
        }

        return true;
    }

    /// <summary>What a task of its own is made of: <c>new(order)</c> or <c>Task.FromResult(order)</c>.</summary>
    private static ExpressionSyntax? Inner(ExpressionSyntax? value) => value switch
    {
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } =>
            arguments[0].Expression,
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Name: IdentifierNameSyntax { Identifier.ValueText: "FromResult" },
            },
            ArgumentList.Arguments: { Count: 1 } arguments,
        } => arguments[0].Expression,
        _ => null,
    };

    /// <summary>Whether every call that sends it leaves the answer unread.</summary>
    private static async Task<bool> IsUnreadAsync(
        INamedTypeSymbol command, Solution solution, CancellationToken cancellationToken)
    {
        foreach (var document in solution.Projects.SelectMany(static project => project.Documents))
        {
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (text.ToString().IndexOf("SendA", StringComparison.Ordinal) < 0)
            {
                continue;
            }

            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            foreach (var syntax in root!.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (semantics!.GetOperation(syntax, cancellationToken) is IInvocationOperation call
                    && Buses.IsSend(call)
                    && (DispatchedMessage.Of(call) is not { } sent
                        || SymbolEqualityComparer.Default.Equals(sent, command))
                    && syntax.Parent is not AwaitExpressionSyntax { Parent: ExpressionStatementSyntax })
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static Edit TypeEdit(
        Document document, SemanticModel semantics, TypeSyntax stated, IPropertySymbol identifier)
    {
        var type = SyntaxFactory.ParseTypeName(
            identifier.Type.ToMinimalDisplayString(semantics, stated.SpanStart));
        return new Edit(document, stated, current => type.WithTriviaFrom(current));
    }

    /// <summary>One node to be replaced.</summary>
    public sealed record Edit(Document Document, SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Replace)
    {
        public async Task ApplyAsync(SolutionEditor editor, CancellationToken cancellationToken)
        {
            var edits = await editor.GetDocumentEditorAsync(Document.Id, cancellationToken).ConfigureAwait(false);
            edits.ReplaceNode(Node, (current, _) => Replace(current));
        }
    }
}
