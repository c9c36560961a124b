using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Messages;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.CodeFixes.Messages;

/// <summary>CQG4002: makes a collection one that only reads, where nobody writes to it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MutableCollectionFixer : CqrsFixer
{
    private const string EquatableList = "CqrsGen.EquatableList`1";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MutableCollection];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var node = root?.FindNode(diagnostic.Location.SourceSpan);
        if (semantics is null || node is null || TypeOf(node) is not { } written
            || MemberOf(semantics, node, cancellationToken) is not { } member
            || semantics.GetTypeInfo(written, cancellationToken).Type is not { } type
            || MutableCollection.Of(type) is not { } collection)
        {
            return [];
        }

        var uses = await CollectionUses.FindAsync(member, document.Project.Solution, cancellationToken)
            .ConfigureAwait(false);
        var fixes = new List<Fix>();
        var isNullable = written is NullableTypeSyntax;
        Add("Equatable", collection.IsList ? Make(EquatableList, [collection.Item]) : null);
        Add("ReadOnly", Make(collection.ReadOnly, collection.Arguments));
        return fixes;

        INamedTypeSymbol? Make(string name, ITypeSymbol[] arguments) =>
            semantics.Compilation.GetTypeByMetadataName(name)?.Construct(arguments);

        void Add(string key, INamedTypeSymbol? wanted)
        {
            if (wanted is not null && uses?.Allow(wanted) == true)
            {
                fixes.Add(TypeFix(key, document, written, wanted, isNullable));
            }
        }
    }

    private static Fix TypeFix(
        string key, Document document, TypeSyntax written, INamedTypeSymbol wanted, bool isNullable) =>
        new(key, $"Make it {wanted.Short()}", written.TargetOf(), async (editor, token) =>
        {
            var edits = await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
            var type = (TypeSyntax)edits.Generator.TypeExpression(wanted, addImport: true);
            edits.ReplaceNode(written, (current, _) => (isNullable ? SyntaxFactory.NullableType(type) : type)
                .WithTriviaFrom(current));
        });

    private static TypeSyntax? TypeOf(SyntaxNode node) => node switch
    {
        PropertyDeclarationSyntax property => property.Type,
        ParameterSyntax parameter => parameter.Type,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } field } => field.Type,
        _ => null,
    };

    /// <summary>The member; for a parameter of a record, the property that the compiler makes of it.</summary>
    private static ISymbol? MemberOf(SemanticModel semantics, SyntaxNode node, CancellationToken cancellationToken)
    {
        var symbol = semantics.GetDeclaredSymbol(node, cancellationToken);
        return symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { ContainingType: { } type } }
            ? type.GetMembers(symbol.Name).OfType<IPropertySymbol>().FirstOrDefault()
            : symbol;
    }
}
