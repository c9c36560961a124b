using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Rules;

/// <summary>
/// Attributes on members of messages that ask for something which nobody would do. Others may read the attributes of
/// System.ComponentModel.DataAnnotations too, so those are a problem only where we would follow them but for a slip.
/// </summary>
internal static class ValidationProblems
{
    /// <summary>What is wrong with attributes of a message's own members.</summary>
    /// <param name="type">The message.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="validate">Whether it is to be validated.</param>
    public static IEnumerable<HandlerProblem> Of(INamedTypeSymbol type, MessageKind kind, bool validate)
    {
        bool isAsked = validate && kind != MessageKind.Event;
        return MayHave(type, isAsked)
            ? type.GetMembers().SelectMany(member => Of(member, type, kind, isAsked))
            : [];
    }

    /// <summary>The validation attributes on members of an event, which is not validated.</summary>
    public static IEnumerable<(ISymbol Member, string Attribute)> OfEvent(INamedTypeSymbol type) =>
        from member in type.GetMembers()
        from attribute in AttributesOf(member, type)
        where AnnotationNames.IsValidation(attribute)
            && !(attribute.Name == "DataTypeAttribute" && AnnotationNames.IsAnnotation(attribute)) // It only describes.
        select (PlaceOf(member), NameOf(attribute));

    private static IEnumerable<HandlerProblem> Of(
        ISymbol member, INamedTypeSymbol type, MessageKind kind, bool isAsked)
    {
        foreach (var attribute in AttributesOf(member, type))
        {
            bool isOurs = AnnotationNames.IsNormalization(attribute);
            if ((isOurs || (isAsked && AnnotationNames.IsValidation(attribute)))
                && Reason(member, kind, isAsked) is { } reason)
            {
                var place = PlaceOf(member);
                yield return new(
                    HandlerProblemKind.Other,
                    $"{type.ToDisplayString()}.{place.Name} with [{NameOf(attribute)}] {reason}",
                    place);
            }
        }
    }

    /// <summary>Why nobody follows the attributes of a member; null where somebody does.</summary>
    private static string? Reason(ISymbol member, MessageKind kind, bool isAsked) => member switch
    {
        _ when kind == MessageKind.Event =>
            "is of an event. Events have happened and are not changed: change the command that leads to it.",
        _ when !isAsked => "is of a message that states Validate = false, so nobody follows it. Remove one of the two.",
        IFieldSymbol { AssociatedSymbol: IPropertySymbol } =>
            "has the attribute on its field, where nobody looks. Write it without 'field:'.",
        { IsStatic: true } => "is static, but only what an object holds is validated. Remove the attribute.",
        _ => null,
    };

    private static IEnumerable<INamedTypeSymbol> AttributesOf(ISymbol member, INamedTypeSymbol type)
    {
        if (member is not (IPropertySymbol or IFieldSymbol))
        {
            return [];
        }

        var attributes = member.GetAttributes().AsEnumerable();
        if (type.IsRecord && member is IPropertySymbol { IsStatic: false } property)
        {
            attributes = type.InstanceConstructors
                .SelectMany(static constructor => constructor.Parameters)
                .Where(parameter => parameter.Name == property.Name)
                .SelectMany(static parameter => parameter.GetAttributes())
                .Concat(attributes);
        }

        return attributes
            .Select(static attribute => attribute.AttributeClass)
            .OfType<INamedTypeSymbol>()
            .Where(static attribute => attribute.TypeKind != TypeKind.Error);
    }

    /// <summary>The member that a user wrote: for a field of the compiler's, its property.</summary>
    private static ISymbol PlaceOf(ISymbol member) =>
        member is IFieldSymbol { AssociatedSymbol: { } property } ? property : member;

    /// <summary>Tells by its looks: to bind members would cost more than all else that is read of a message.</summary>
    private static bool MayHave(INamedTypeSymbol type, bool isAsked)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax declaration)
            {
                continue;
            }

            foreach (var parameter in declaration.ParameterList?.Parameters ?? default)
            {
                if (MayHave(parameter.AttributeLists, isAsked))
                {
                    return true;
                }
            }

            foreach (var member in declaration.Members)
            {
                if (member is PropertyDeclarationSyntax or FieldDeclarationSyntax && member.AttributeLists.Count > 0
                    && (MayHave(member.AttributeLists, isAsked) || IsStatic(member.Modifiers)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool MayHave(SyntaxList<AttributeListSyntax> lists, bool isAsked) =>
        lists.Any(static list => list.Target?.Identifier.ValueText == "field")
        || (!isAsked && lists.Count > 0 && SyntaxRules.HasAttribute(lists, IsNormalization));

    private static bool IsStatic(SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.StaticKeyword) || modifiers.Any(SyntaxKind.ConstKeyword);

    private static bool IsNormalization(string name) => name
        is "Trim" or "Lowercase" or "Uppercase" or "EmptyToNull"
        or "TrimAttribute" or "LowercaseAttribute" or "UppercaseAttribute" or "EmptyToNullAttribute";

    private static string NameOf(INamedTypeSymbol attribute) =>
        attribute.Name.EndsWith("Attribute", StringComparison.Ordinal)
            ? attribute.Name.Substring(0, attribute.Name.Length - "Attribute".Length)
            : attribute.Name;
}
