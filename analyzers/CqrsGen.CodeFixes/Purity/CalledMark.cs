using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace CqrsGen.CodeFixes.Purity;

/// <summary>Says at a member that is called, and has no body here, whether it writes.</summary>
internal static class CalledMark
{
    public static async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        int hops = diagnostic.AdditionalLocations.Count;
        var call = hops == 0 ? diagnostic.Location : diagnostic.AdditionalLocations[hops - 1];
        var solution = document.Project.Solution;
        if (solution.GetDocument(call.SourceTree) is not { } calling
            || await calling.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await calling.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } semantics
            || semantics.GetSymbolInfo(root.FindNode(call.SourceSpan, getInnermostNodeForTie: true), cancellationToken)
                .Symbol is not { } member)
        {
            return [];
        }

        if (member.DeclaringSyntaxReferences.IsEmpty)
        {
            // What holds for one call of the platform, such as a POST, need not hold for the next one.
            return member.ContainingNamespace?.ToDisplayString().Split('.')[0] == "System"
                ? []
                : [EffectsLine.FixOf(calling.Project, member.OriginalDefinition)];
        }

        if (await member.DeclaringSyntaxReferences[0].GetSyntaxAsync(cancellationToken).ConfigureAwait(false)
                is not MemberDeclarationSyntax declaration
            || solution.GetDocument(declaration.SyntaxTree) is not { } declared)
        {
            return [];
        }

        return
        [
            Mark("SideEffectFree", null),
            Mark("HasSideEffects", "Effect.Other"),
        ];

        Fix Mark(string key, string? argument) =>
            new(key, $"Mark '{member.Name}' as [{key}]", declaration.TargetOf(), async (editor, token) =>
            {
                var edits = await editor.GetDocumentEditorAsync(declared.Id, token).ConfigureAwait(false);
                Edits.Replace(edits, declaration, current => (MemberDeclarationSyntax)edits.Generator.InsertAttributes(
                    current, 0, AttributeOf(key, argument)));
            });
    }

    private static AttributeListSyntax AttributeOf(string name, string? argument)
    {
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName("global::CqrsGen." + name)
            .WithAdditionalAnnotations(Simplifier.Annotation));
        return SyntaxFactory.AttributeList([argument is null
            ? attribute
            : attribute.AddArgumentListArguments(SyntaxFactory.AttributeArgument(SyntaxFactory
                .ParseExpression("global::CqrsGen." + argument).WithAdditionalAnnotations(Simplifier.Annotation)))]);
    }
}
