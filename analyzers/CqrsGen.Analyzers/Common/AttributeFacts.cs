using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>Reads attributes of CqrsGen.</summary>
internal static class AttributeFacts
{
    /// <summary>The first attribute of CqrsGen with this class name; null when there is none.</summary>
    public static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == name && MessageRules.IsOurs(type))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The value of a named argument; null when it is not stated.</summary>
    public static object? Argument(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
            {
                return argument.Value.Value;
            }
        }

        return null;
    }
}
