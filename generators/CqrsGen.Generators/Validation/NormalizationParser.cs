using CqrsGen.Generators.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>Reads <c>[Trim]</c> and its like, and writes them into copies of records.</summary>
internal static class NormalizationParser
{
    private static readonly (string Name, string Call)[] s_steps =
    [
        ("Trim", "Trim()"),
        ("Lowercase", "ToLowerInvariant()"),
        ("Uppercase", "ToUpperInvariant()"),
    ];

    public static void Parse(AttributeData attribute, MemberBuilder member)
    {
        string name = RuleParser.NameOf(attribute.AttributeClass!);
        if (!member.IsText)
        {
            member.Omit(name, $"is about texts, but the member is {member.ValueType.Display()}.");
        }
        else if (Obstacle(member) is { } obstacle)
        {
            member.Omit(name, obstacle);
        }
        else if (name == "EmptyToNull" && member.DeclaredType.NullableAnnotation == NullableAnnotation.NotAnnotated)
        {
            member.Omit(name, "would put null into a text that is not nullable. Declare it as 'string?'.");
        }
        else
        {
            member.Normalizations.Add(name);
        }
    }

    /// <summary>The members that get new values.</summary>
    /// <param name="type">The type.</param>
    /// <param name="classNameOf">Names the class of a type that normalises; null for one that does not.</param>
    /// <param name="omissions">Takes the members that cannot get one.</param>
    public static IEnumerable<NormalizedMember> Build(
        TypeBuilder type, Func<INamedTypeSymbol, string?> classNameOf, List<Omission> omissions)
    {
        foreach (var member in type.Members)
        {
            if (member.Normalizations.Count > 0)
            {
                yield return Text(member);
            }

            var paths = member.Nested.Where(path => classNameOf(path.Target) is not null).ToList();
            if (paths.Count == 0)
            {
                continue;
            }

            var path = paths[0];
            string className = classNameOf(path.Target)!;
            if (Obstacle(member) is { } obstacle)
            {
                omissions.Add(type.Omission(member.Name, $"holds objects to normalise and {obstacle}"));
            }
            else if (paths.Count == 1 && path.IsObject)
            {
                yield return Object(member, className);
            }
            else if (paths.Count == 1 && path.Item!.IsObject && CanBeBuilt(member.DeclaredType))
            {
                yield return Items(member, className);
            }
            else
            {
                omissions.Add(type.Omission(
                    member.Name,
                    "holds objects to normalise in a collection that cannot be built anew. " +
                    "Use an array, EquatableList<T>, ImmutableArray<T> or IReadOnlyList<T>."));
            }
        }
    }

    private static string? Obstacle(MemberBuilder member)
    {
        var owner = member.Owner;
        if (!owner.IsRecord && !owner.IsValueType)
        {
            return "is in a class, which cannot be copied with a change. Make the type a record.";
        }

        return member.Symbol switch
        {
            IPropertySymbol { SetMethod: { } setter } when member.CanName(setter) => null,
            IFieldSymbol { IsReadOnly: false } => null,
            _ => "cannot be set in a copy. Give it an init accessor.",
        };
    }

    private static NormalizedMember Text(MemberBuilder member)
    {
        string expression = $"value.{member.Access}";
        bool isFirst = true;
        foreach (var (name, call) in s_steps)
        {
            if (member.Normalizations.Contains(name))
            {
                expression += (isFirst ? "?." : ".") + call;
                isFirst = false;
            }
        }

        if (member.Normalizations.Contains("EmptyToNull"))
        {
            expression = $"NormalizationCalls.EmptyToNull({expression})";
        }

        return new NormalizedMember(
            member.Access,
            member.Local,
            expression,
            $"{member.Local} != value.{member.Access}",
            member.Local + Forgive(member));
    }

    private static NormalizedMember Object(MemberBuilder member, string className)
    {
        string access = $"value.{member.Access}";
        string type = member.DeclaredType.Code();
        string expression = member switch
        {
            { IsNullableValue: true } => $"{access}.HasValue ? {className}.Normalize({access}.Value) : {access}",
            { CanBeNull: true } => $"{access} is null ? {access} : {className}.Normalize({access})",
            _ => $"{className}.Normalize({access})",
        };
        return new NormalizedMember(
            member.Access,
            member.Local,
            expression,
            member.ValueType.IsReferenceType
                ? $"!object.ReferenceEquals({member.Local}, {access})"
                : $"!System.Collections.Generic.EqualityComparer<{type}>.Default.Equals({member.Local}, {access})",
            member.CanBeNull ? member.Local + Forgive(member) : member.Local);
    }

    private static NormalizedMember Items(MemberBuilder member, string className)
    {
        string access = $"value.{member.Access}";
        string items = $"NormalizationCalls.Items({access}, static item => {className}.Normalize(item))";
        bool mayBeDefault = member.ValueType is INamedTypeSymbol { Name: "ImmutableArray", Arity: 1 };
        return new NormalizedMember(
            member.Access,
            member.Local,
            mayBeDefault ? $"{access}.IsDefault ? null : {items}" : items,
            $"{member.Local} is not null",
            $"{member.Local} is null ? {access} : [.. {member.Local}]");
    }

    private static string Forgive(MemberBuilder member) =>
        member.DeclaredType.NullableAnnotation == NullableAnnotation.NotAnnotated ? "!" : "";

    /// <summary>Whether a collection expression can make the type.</summary>
    private static bool CanBeBuilt(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.Rank == 1,
        INamedTypeSymbol { TypeKind: TypeKind.Interface, Arity: 1 } => AnnotationNames.IsFramework(type) && type.Name
            is "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" or "ICollection" or "IList",
        INamedTypeSymbol { Name: "List", Arity: 1 } => AnnotationNames.IsFramework(type),
        INamedTypeSymbol => type.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.Name == "CollectionBuilderAttribute"),
        _ => false,
    };
}
