using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CqrsGen.CodeFixes.Common;

/// <summary>Accessibility as it is written.</summary>
internal static class Modifiers
{
    /// <summary>Whether a type's declaration hides it from the rest of its assembly.</summary>
    public static bool Hides(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.FileKeyword) || type.Modifiers.Any(SyntaxKind.PrivateKeyword)
        || (type.Modifiers.Any(SyntaxKind.ProtectedKeyword) && !type.Modifiers.Any(SyntaxKind.InternalKeyword))
        || (type.Parent is TypeDeclarationSyntax and not InterfaceDeclarationSyntax
            && !type.Modifiers.Any(SyntaxKind.PublicKeyword) && !type.Modifiers.Any(SyntaxKind.InternalKeyword));

    /// <summary>Makes a type or method internal.</summary>
    public static void MakeInternal(SyntaxEditor editor, MemberDeclarationSyntax member) =>
        Edits.Replace(editor, member, current =>
        {
            var file = current.Modifiers.FirstOrDefault(static modifier => modifier.IsKind(SyntaxKind.FileKeyword));
            return file == default
                ? (MemberDeclarationSyntax)editor.Generator.WithAccessibility(current, Accessibility.Internal)
                : current.ReplaceToken(file, SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTriviaFrom(file));
        });
}
