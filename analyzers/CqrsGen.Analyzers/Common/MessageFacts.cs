using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>What rules ask of messages.</summary>
internal static class MessageFacts
{
    /// <summary>The kind by interface; by attribute where the interface is missing.</summary>
    public static MessageKind KindOf(ITypeSymbol type)
    {
        var kind = MessageRules.KindOf(type, out _, out bool ambiguous);
        return kind != MessageKind.None || ambiguous
            ? kind
            : MessageRules.KindOfAttribute(AttributeOf(type)?.AttributeClass);
    }

    /// <summary>
    /// The kind and result of a class or struct by interfaces that it adds itself; none when its base class has them,
    /// which is then where rules report.
    /// </summary>
    public static MessageKind DeclaredKindOf(INamedTypeSymbol type, out ITypeSymbol? result)
    {
        result = null;
        return type.TypeKind is TypeKind.Class or TypeKind.Struct
            && (type.BaseType is not { SpecialType: SpecialType.None } parent
                || MessageRules.KindOf(parent, out _, out _) == MessageKind.None)
            ? MessageRules.KindOf(type, out result, out _)
            : MessageKind.None;
    }

    /// <summary>The attribute that marks a message; null when it has none.</summary>
    public static AttributeData? AttributeOf(ITypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (MessageRules.KindOfAttribute(attribute.AttributeClass) != MessageKind.None)
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The name on the wire: the stated one, else the type's.</summary>
    public static string WireNameOf(INamedTypeSymbol type) =>
        AttributeOf(type) is { } attribute && AttributeFacts.Argument(attribute, "Name") is string name
            ? name
            : MessageRules.DefaultName(type);

    /// <summary>A kind in plain words, with its article.</summary>
    public static string Article(MessageKind kind) => kind switch
    {
        MessageKind.Event => "an event",
        _ => "a " + Word(kind),
    };

    /// <summary>A kind in plain words.</summary>
    public static string Word(MessageKind kind) => MessageRules.Word(kind);

    /// <summary>The attribute, without brackets, that marks a kind.</summary>
    public static string AttributeNameOf(MessageKind kind) => kind switch
    {
        MessageKind.Command => "Command",
        MessageKind.Event => "Event",
        _ => "Query",
    };
}
