using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace CqrsGen.CodeFixes.Handlers;

/// <summary>CQG3022: gives a method the name of the hook that it was meant to be.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MisnamedHookFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MisnamedHook];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var method = await document.FindAsync<MethodDeclarationSyntax>(diagnostic, cancellationToken)
            .ConfigureAwait(false);
        if (method is null
            || (await document.GetSymbolAsync<IMethodSymbol>(method, cancellationToken).ConfigureAwait(false)).Symbol
                is not { } symbol
            || MisnamedHook.Find(symbol, cancellationToken) is not { } name
            || await IsNamedAsync(symbol, document.Project.Solution, cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        return
        [
            new("Rename", $"Rename to '{name}'", method.TargetOf(), async (editor, token) =>
                Edits.Replace(
                    await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false),
                    method,
                    current => current.WithIdentifier(
                        SyntaxFactory.Identifier(name).WithTriviaFrom(current.Identifier)))),
        ];
    }

    /// <summary>Whether somebody calls it, or speaks of it: then to rename it is not ours to decide.</summary>
    private static async Task<bool> IsNamedAsync(
        IMethodSymbol method, Solution solution, CancellationToken cancellationToken)
    {
        var found = await SymbolFinder.FindReferencesAsync(method, solution, cancellationToken).ConfigureAwait(false);
        return found.Any(static references => references.Locations.Any(static place => !place.IsImplicit));
    }
}
