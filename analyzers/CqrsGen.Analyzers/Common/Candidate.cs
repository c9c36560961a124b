using System.Collections.Immutable;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// A declaration that may be a message, a handler or a middleware: what it says by names alone, so that only those that
/// matter to a question are bound. A name that says nothing is empty.
/// </summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Type">The simple name of the type; null for a method.</param>
/// <param name="Handles">The simple names of what a handler may handle.</param>
/// <param name="WireName">The wire name of a message; null for what is none.</param>
/// <param name="IsMiddleware">Whether it is marked as middleware.</param>
internal sealed record Candidate(
    TextSpan Span,
    string? Type,
    ImmutableArray<string> Handles,
    string? WireName,
    bool IsMiddleware)
{
    /// <summary>What a declaration says; null when it is no candidate.</summary>
    public static Candidate? Of(SyntaxNode node) => node switch
    {
        TypeDeclarationSyntax type when SyntaxRules.IsCandidateType(type) => OfType(type),
        MethodDeclarationSyntax method when SyntaxRules.IsCandidateMethod(method) => new(
            method.Span,
            null,
            [.. method.ParameterList.Parameters.Take(1).Select(static message => NameOf(message.Type))],
            null,
            IsMiddleware: false),
        _ => null,
    };

    /// <summary>Whether a type has bases other than our interfaces: nobody knows by name what they handle.</summary>
    public static bool IsDerived(TypeDeclarationSyntax type) =>
        (type.BaseList?.Types ?? default).Any(static parent =>
            !SyntaxRules.IsOurInterface(SyntaxRules.SimpleName(parent.Type)));

    private static Candidate OfType(TypeDeclarationSyntax type)
    {
        string[] handled = [.. (type.BaseList?.Types ?? default)
            .Where(static parent => SyntaxRules.IsHandlerInterface(SyntaxRules.SimpleName(parent.Type)))
            .SelectMany(static parent => ArgumentsOf(parent.Type))];
        bool isHandler = handled.Length > 0 || SyntaxRules.HasAttribute(type.AttributeLists, SyntaxRules.IsHandler);
        return new Candidate(
            type.Span,
            type.Identifier.ValueText,
            !isHandler ? [] : handled.Length == 0 || IsDerived(type) ? [""] : [.. handled.Distinct()],
            WireNameOf(type),
            SyntaxRules.HasAttribute(type.AttributeLists, SyntaxRules.IsMiddleware));
    }

    /// <summary>All of them: an interface of others with the name of ours may have them in another order.</summary>
    private static IEnumerable<string> ArgumentsOf(TypeSyntax parent) => parent switch
    {
        GenericNameSyntax generic => generic.TypeArgumentList.Arguments.Select(NameOf),
        QualifiedNameSyntax qualified => ArgumentsOf(qualified.Right),
        AliasQualifiedNameSyntax alias => ArgumentsOf(alias.Name),
        _ => [""],
    };

    private static string NameOf(TypeSyntax? type) => type is null ? "" : SyntaxRules.SimpleName(type);

    private static string? WireNameOf(TypeDeclarationSyntax type)
    {
        var marks = type.AttributeLists.SelectMany(static list => list.Attributes)
            .Where(static attribute => SyntaxRules.IsMessage(SyntaxRules.SimpleName(attribute.Name)))
            .ToList();
        if (marks.Count != 1)
        {
            return marks.Count == 0 ? null : "";
        }

        var stated = (marks[0].ArgumentList?.Arguments ?? default).FirstOrDefault(static argument =>
            argument.NameEquals?.Name.Identifier.ValueText == "Name");
        return stated is null
            ? string.Join(".", type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse()
                .Select(static part => part.Identifier.ValueText))
            : stated.Expression.IsKind(SyntaxKind.StringLiteralExpression)
                ? ((LiteralExpressionSyntax)stated.Expression).Token.ValueText
                : "";
    }
}
