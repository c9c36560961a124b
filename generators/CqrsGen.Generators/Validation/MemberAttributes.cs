using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>The attributes that speak about a member, wherever they are written.</summary>
internal static class MemberAttributes
{
    /// <summary>
    /// Those of the member, of the member that it overrides, and of the parameter of the record that it comes from:
    /// <c>record Line([Required] string Sku)</c> puts the attribute on the parameter alone.
    /// </summary>
    public static List<AttributeData> Of(
        ISymbol member, CancellationToken cancellationToken = default)
    {
        var attributes = new List<AttributeData>();
        for (var current = member; current is not null; current = (current as IPropertySymbol)?.OverriddenProperty)
        {
            if (ValidationSyntax.MayHaveAttributes(current, cancellationToken))
            {
                AddNew(attributes, current.GetAttributes());
            }

            if (current is IPropertySymbol property && ParameterOf(property) is { } parameter)
            {
                AddNew(attributes, parameter.GetAttributes());
            }
        }

        return attributes;
    }

    /// <summary>What an overridden member says of a kind holds only where the overriding one is silent on it.</summary>
    private static void AddNew(List<AttributeData> attributes, IReadOnlyCollection<AttributeData> found)
    {
        int known = attributes.Count;
        foreach (var attribute in found)
        {
            if (attribute.AttributeClass is { TypeKind: not TypeKind.Error } type
                && !attributes.Take(known).Any(other =>
                    SymbolEqualityComparer.Default.Equals(other.AttributeClass, type)))
            {
                attributes.Add(attribute);
            }
        }
    }

    private static IParameterSymbol? ParameterOf(IPropertySymbol property)
    {
        bool isInSource = property.DeclaringSyntaxReferences.Length > 0;
        if (isInSource && property.DeclaringSyntaxReferences[0].GetSyntax()
            is not Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax { AttributeLists.Count: > 0 })
        {
            return null;
        }

        foreach (var constructor in property.ContainingType.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                // In metadata a record cannot be told for certain, but nobody else names a parameter like a property.
                if (parameter.Name == property.Name
                    && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type))
                {
                    return parameter;
                }
            }
        }

        return null;
    }
}
