using CqrsGen.Generators.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>Reads the rules of one type: its own members and what they hold, not yet the objects inside.</summary>
internal static class ValidatedTypeParser
{
    public static TypeBuilder Parse(
        INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        var builder = new TypeBuilder(type, compilation);
        if (!ValidationSyntax.MayNeedValidation(type, cancellationToken))
        {
            return builder;
        }

        builder.Notices.Add(Notices.Of(type));

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var declaring in WithBases(type))
        {
            foreach (var member in declaring.GetMembers())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (member.CanBeReferencedByName && TypeOf(member) is { } valueType && names.Add(member.Name))
                {
                    ParseMember(member, valueType, builder, cancellationToken);
                }
            }

            ParseType(declaring, builder, cancellationToken);
        }

        if (type.AllInterfaces.Any(AnnotationNames.IsValidatableObject))
        {
            builder.SelfCheck = $"ValidationChecks.Ask(ref errors, value, {Names.Literal(type.Name)});";
        }

        return builder;
    }

    /// <summary>The type and what it inherits from, the most derived first: its members hide the others.</summary>
    private static IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.SpecialType == SpecialType.None && !AnnotationNames.IsFramework(current))
            {
                yield return current;
            }
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (var inherited in type.AllInterfaces)
            {
                yield return inherited;
            }
        }
    }

    /// <summary>The type of what can be read of an object; null for anything else.</summary>
    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol
        {
            IsStatic: false, IsIndexer: false, GetMethod: not null, ExplicitInterfaceImplementations.Length: 0,
            Type.TypeKind: not TypeKind.Error,
        } property => property.Type,
        IFieldSymbol { IsStatic: false, AssociatedSymbol: null, Type.TypeKind: not TypeKind.Error } field => field.Type,
        _ => null,
    };

    private static void ParseMember(
        ISymbol member, ITypeSymbol type, TypeBuilder builder, CancellationToken cancellationToken)
    {
        var attributes = MemberAttributes.Of(member, cancellationToken);
        var rules = attributes.Where(static found => AnnotationNames.IsValidation(found.AttributeClass!)).ToList();
        var normalizations = attributes
            .Where(static found => AnnotationNames.IsNormalization(found.AttributeClass!))
            .ToList();
        if (!CanRead(member, builder) || type is IPointerTypeSymbol or IFunctionPointerTypeSymbol || type.IsRefLikeType)
        {
            if (rules.Count + normalizations.Count > 0)
            {
                builder.Omit(member.Name, "has validation attributes, but generated code cannot read it. " +
                    "Make it internal or public and of a type that can be stored.");
            }

            return;
        }

        var nested = member is IPropertySymbol property && ValidationSyntax.IsComputed(property, cancellationToken)
            ? []
            : NestedPathParser.Parse(type).ToList();
        if (rules.Count + normalizations.Count + nested.Count == 0)
        {
            return;
        }

        builder.Notices.Add(Notices.Of(attributes));
        builder.Notices.AddRange(rules.SelectMany(NoticesOf));
        builder.Notices.Add(Notices.Of(type));
        var found = new MemberBuilder(builder, member, type, TextModel.DisplayNameOf(member.Name, attributes));
        foreach (var rule in rules)
        {
            RuleParser.Parse(rule, found);
        }

        if (rules.Any(TrimmedPlaceParser.Warns))
        {
            builder.TrimmedPlaces.AddRange(TrimmedPlaceParser.Parse(member, builder.Assembly, cancellationToken));
        }

        foreach (var normalization in normalizations)
        {
            NormalizationParser.Parse(normalization, found);
        }

        found.Nested.AddRange(nested);
        builder.Members.Add(found);
    }

    private static bool CanRead(ISymbol member, TypeBuilder builder) =>
        builder.CanName(member) && (member is not IPropertySymbol { GetMethod: { } getter } || builder.CanName(getter));

    private static void ParseType(INamedTypeSymbol type, TypeBuilder builder, CancellationToken cancellationToken)
    {
        if (!ValidationSyntax.MayHaveAttributes(type, cancellationToken))
        {
            return;
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { TypeKind: not TypeKind.Error } found
                && AnnotationNames.IsValidation(found))
            {
                builder.Notices.AddRange(NoticesOf(attribute));
                CustomRuleParser.Parse(attribute, builder);
            }
        }
    }

    /// <summary>What code must be prepared for that makes an attribute, or asks the types that it names.</summary>
    private static IEnumerable<Notices> NoticesOf(AttributeData attribute)
    {
        yield return Notices.Of(attribute.AttributeClass!);
        if (attribute.AttributeConstructor is { } constructor)
        {
            yield return Notices.OfMember(constructor);
        }

        var arguments = attribute.ConstructorArguments.Concat(
            attribute.NamedArguments.Select(static argument => argument.Value));
        foreach (var argument in arguments)
        {
            foreach (var value in argument is { Kind: TypedConstantKind.Array, IsNull: false }
                ? argument.Values
                : [argument])
            {
                if ((value.Kind == TypedConstantKind.Enum ? value.Type
                    : value.Kind == TypedConstantKind.Type ? value.Value as ITypeSymbol
                    : null) is { } named)
                {
                    yield return Notices.Of(named);
                }
            }
        }
    }
}
