using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.Analyzers.Common;
using CqrsGen.CodeFixes.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.CodeFixes.Handlers;

/// <summary>
/// CQG3003: makes a handler accessible, takes its parameters by value, puts its message first, or lets it return what
/// the message asks for.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UncallableHandlerFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UncallableHandler];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var node = await document.FindAsync<MemberDeclarationSyntax>(diagnostic, cancellationToken)
            .ConfigureAwait(false);
        return node switch
        {
            MethodDeclarationSyntax method => await OfMethodAsync(document, method, cancellationToken)
                .ConfigureAwait(false),
            TypeDeclarationSyntax type => await OfTypeAsync(document, type, cancellationToken).ConfigureAwait(false),
            _ => [],
        };
    }

    private static async Task<IReadOnlyList<Fix>> OfTypeAsync(
        Document document, TypeDeclarationSyntax type, CancellationToken cancellationToken)
    {
        var (symbol, _) =
            await document.GetSymbolAsync<INamedTypeSymbol>(type, cancellationToken).ConfigureAwait(false);
        return symbol is null || VisibilityRules.IsNameable(symbol) ? [] : [TypeAccessFix(document, type)];
    }

    private static async Task<IReadOnlyList<Fix>> OfMethodAsync(
        Document document, MethodDeclarationSyntax method, CancellationToken cancellationToken)
    {
        var (symbol, compilation) =
            await document.GetSymbolAsync<IMethodSymbol>(method, cancellationToken).ConfigureAwait(false);
        if (symbol is null || compilation is null)
        {
            return [];
        }

        switch ((HandlerProblems.OfMethod(symbol) ?? HandlerProblems.OfOwner(symbol))?.Kind)
        {
            case HandlerProblemKind.InaccessibleMethod:
                return [MethodAccessFix(document, method)];
            case HandlerProblemKind.InaccessibleType when method.Parent is TypeDeclarationSyntax owner:
                return [TypeAccessFix(document, owner)];
            case HandlerProblemKind.ByReference:
                return [ByValueFix(document, method)];
            case HandlerProblemKind.NoMessage:
                var message = symbol.Parameters.FirstOrDefault(static parameter =>
                    MessageFacts.KindOf(parameter.Type) != MessageKind.None);
                return message is null ? [] : [MessageFirstFix(document, method, message)];
            case HandlerProblemKind.WrongResult:
                return ReturnTypes.Expected(symbol, compilation) is { } type
                    ? [ReturnFix(document, method, type)]
                    : [];
            default:
                return [];
        }
    }

    private static Fix MethodAccessFix(Document document, MethodDeclarationSyntax method) =>
        InternalFix(document, method.Identifier, [method]);

    private static Fix TypeAccessFix(Document document, TypeDeclarationSyntax type)
    {
        var hidden = type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
            .Where(static candidate => Modifiers.Hides(candidate))
            .ToList();
        return InternalFix(document, type.Identifier, hidden);
    }

    private static Fix InternalFix(
        Document document, SyntaxToken name, IReadOnlyList<MemberDeclarationSyntax> members) =>
        new("MakeInternal", $"Make '{name.ValueText}' internal", name.Parent!.TargetOf(), async (editor, token) =>
        {
            var edits = await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
            foreach (var member in members)
            {
                Modifiers.MakeInternal(edits, member);
            }
        });

    private static Fix ByValueFix(Document document, MethodDeclarationSyntax method) =>
        Change("TakeByValue", "Take the parameters by value", document, method, static method =>
            method.ReplaceNodes(
                method.ParameterList.Parameters,
                static (_, parameter) => parameter.WithModifiers([.. parameter.Modifiers.Where(static modifier =>
                    !modifier.IsKind(SyntaxKind.RefKeyword) && !modifier.IsKind(SyntaxKind.OutKeyword)
                    && !modifier.IsKind(SyntaxKind.ReadOnlyKeyword))])));

    private static Fix MessageFirstFix(Document document, MethodDeclarationSyntax method, IParameterSymbol message)
    {
        int ordinal = message.Ordinal;
        return Change("MessageFirst", $"Take '{message.Name}' first", document, method, method =>
        {
            var parameters = method.ParameterList.Parameters;
            var moved = parameters[ordinal].WithTriviaFrom(parameters[0]);
            var order = parameters.Replace(parameters[0], parameters[0].WithTriviaFrom(parameters[ordinal]))
                .RemoveAt(ordinal)
                .Insert(0, moved);
            return method.WithParameterList(method.ParameterList.WithParameters(order));
        });
    }

    private static Fix ReturnFix(Document document, MethodDeclarationSyntax method, ITypeSymbol type) =>
        new("ReturnResult", $"Return {type.Short()}", method.TargetOf(), async (editor, token) =>
        {
            var edits = await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
            var returned = (TypeSyntax)edits.Generator.TypeExpression(type, addImport: true);
            Edits.Replace(edits, method, current =>
                current.WithReturnType(returned.WithTriviaFrom(current.ReturnType)));
        });

    private static Fix Change(
        string key,
        string title,
        Document document,
        MethodDeclarationSyntax method,
        Func<MethodDeclarationSyntax, MethodDeclarationSyntax> change) =>
        new(key, title, method.TargetOf(), async (editor, token) =>
            Edits.Replace(
                await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false), method, change));
}
