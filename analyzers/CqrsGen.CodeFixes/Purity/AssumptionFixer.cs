using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.Analyzers.Purity;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.CodeFixes.Purity;

/// <summary>CQG1012: takes off an assumption that is not needed, or turns it into a promise that is checked.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AssumptionFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Assumption];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var attribute = await document.FindAsync<AttributeSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        if (attribute?.Parent?.Parent is not MemberDeclarationSyntax member
            || !diagnostic.Properties.TryGetValue(AssumptionAnalyzer.Replacement, out string? replacement)
            || replacement is null)
        {
            return [];
        }

        string title = replacement.Length == 0 ? "Remove the attribute" : $"Use [{replacement}]";
        return
        [
            new(title, title, attribute.TargetOf(), async (editor, token) =>
            {
                var edits = await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
                if (replacement.Length > 0)
                {
                    Edits.Replace(edits, attribute, current => Renamed(current, replacement));
                }
                else
                {
                    int list = member.AttributeLists.IndexOf((AttributeListSyntax)attribute.Parent!);
                    int index = member.AttributeLists[list].Attributes.IndexOf(attribute);
                    Edits.Replace(edits, member, current => Without(current, list, index));
                }
            }),
        ];
    }

    private static AttributeSyntax Renamed(AttributeSyntax attribute, string name)
    {
        var identifier = SyntaxFactory.IdentifierName(name);
        return SyntaxFactory.Attribute(attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.WithRight(identifier),
            AliasQualifiedNameSyntax alias => alias.WithName(identifier),
            _ => identifier,
        }).WithTriviaFrom(attribute);
    }

    private static MemberDeclarationSyntax Without(MemberDeclarationSyntax member, int list, int index)
    {
        var attributes = member.AttributeLists[list];
        if (attributes.Attributes.Count > 1)
        {
            return member.ReplaceNode(
                attributes, attributes.WithAttributes(attributes.Attributes.RemoveAt(index)));
        }

        // The comments above the first attribute are those of the member.
        var leading = member.GetLeadingTrivia();
        return member.WithAttributeLists(member.AttributeLists.RemoveAt(list)).WithLeadingTrivia(leading);
    }
}
