using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace CqrsGen.CodeFixes.Messages;

/// <summary>CQG4001: makes a property init, where nothing sets it later.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SettableMessageFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SettableMessage];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var node = root?.FindNode(diagnostic.Location.SourceSpan);
        if (node is null || semantics is null
            || semantics.Compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.IsExternalInit") is null
            || semantics.GetDeclaredSymbol(node, cancellationToken) is not { } member
            || await IsSetLaterAsync(member, document.Project.Solution, cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        return node switch
        {
            PropertyDeclarationSyntax property when SetterOf(property) is { } setter =>
                [InitFix(document, setter, member.Name)],
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Declaration.Variables.Count: 1 } field }
                when !field.Modifiers.Any(SyntaxKind.VolatileKeyword) => [PropertyFix(document, field, member.Name)],
            _ => [],
        };
    }

    private static AccessorDeclarationSyntax? SetterOf(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.FirstOrDefault(static accessor =>
            accessor.IsKind(SyntaxKind.SetAccessorDeclaration));

    private static Fix InitFix(Document document, AccessorDeclarationSyntax setter, string name) =>
        new("MakeInit", $"Make '{name}' init", setter.TargetOf(), async (editor, token) =>
            Edits.Replace(
                await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false),
                setter,
                static current => SyntaxFactory.AccessorDeclaration(
                    SyntaxKind.InitAccessorDeclaration,
                    current.AttributeLists,
                    current.Modifiers,
                    SyntaxFactory.Token(SyntaxKind.InitKeyword).WithTriviaFrom(current.Keyword),
                    current.Body,
                    current.ExpressionBody,
                    current.SemicolonToken)));

    private static Fix PropertyFix(Document document, FieldDeclarationSyntax field, string name) =>
        new("MakeInit", $"Make '{name}' a property with init", field.TargetOf(), async (editor, token) =>
        {
            var edits = await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
            edits.ReplaceNode(field, static (current, _) => PropertyOf((FieldDeclarationSyntax)current));
        });

    private static PropertyDeclarationSyntax PropertyOf(FieldDeclarationSyntax field)
    {
        var variable = field.Declaration.Variables[0];
        var accessors = SyntaxFactory.ParseMemberDeclaration("int X { get; init; }")!
            .ChildNodes().OfType<AccessorListSyntax>().First();
        var property = SyntaxFactory.PropertyDeclaration(
            field.AttributeLists,
            field.Modifiers,
            field.Declaration.Type,
            null,
            variable.Identifier.WithTrailingTrivia(SyntaxFactory.Space),
            accessors,
            null,
            variable.Initializer);
        return (variable.Initializer is null
                ? property
                : property.WithAccessorList(accessors.WithTrailingTrivia(SyntaxFactory.Space))
                    .WithSemicolonToken(field.SemicolonToken))
            .WithLeadingTrivia(field.GetLeadingTrivia())
            .WithTrailingTrivia(field.GetTrailingTrivia());
    }

    /// <summary>Whether anything sets the member outside an object initializer or a constructor of its type.</summary>
    private static async Task<bool> IsSetLaterAsync(
        ISymbol member, Solution solution, CancellationToken cancellationToken)
    {
        var found = await SymbolFinder.FindReferencesAsync(member, solution, cancellationToken).ConfigureAwait(false);
        foreach (var location in found.SelectMany(static references => references.Locations))
        {
            var root = await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var name = root?.FindNode(location.Location.SourceSpan, getInnermostNodeForTie: true);
            if (name is null || IsWrite(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWrite(SyntaxNode name)
    {
        var node = name;
        while (node.Parent is MemberAccessExpressionSyntax access && access.Name == node)
        {
            node = access;
        }

        return node.Parent switch
        {
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } => false,
            AssignmentExpressionSyntax assignment => assignment.Left == node,
            PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression)
                || prefix.IsKind(SyntaxKind.PreDecrementExpression) || prefix.IsKind(SyntaxKind.AddressOfExpression),
            PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None)
                || argument.Parent is TupleExpressionSyntax,
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
