using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>
/// What makes a type a message. Shared by the generator and the analyzers, so that they never disagree.
/// </summary>
internal static class MessageRules
{
    /// <summary>Whether the type is of the framework's assembly and namespace.</summary>
    public static bool IsOurs(ITypeSymbol type) =>
        type is
        {
            ContainingType: null,
            ContainingNamespace: { Name: "CqrsGen", ContainingNamespace.IsGlobalNamespace: true },
        };

    /// <summary>A kind in plain words.</summary>
    public static string Word(MessageKind kind) => kind switch
    {
        MessageKind.Command => "command",
        MessageKind.Query => "query",
        MessageKind.StreamQuery => "stream query",
        MessageKind.Event => "event",
        _ => "message",
    };

    /// <summary>
    /// The kind that an interface of the framework stands for, and its result; none for other interfaces.
    /// </summary>
    /// <param name="candidate">Any interface.</param>
    /// <param name="result">The result or item type; null for commands without one and for events.</param>
    public static MessageKind KindOfInterface(INamedTypeSymbol candidate, out ITypeSymbol? result)
    {
        result = null;
        if (!IsOurs(candidate))
        {
            return MessageKind.None;
        }

        switch (candidate.Name, candidate.Arity)
        {
            case ("ICommand", 0):
                return MessageKind.Command;
            case ("ICommand", 1):
                result = candidate.TypeArguments[0];
                return MessageKind.Command;
            case ("IQuery", 1):
                result = candidate.TypeArguments[0];
                return MessageKind.Query;
            case ("IStreamQuery", 1):
                result = candidate.TypeArguments[0];
                return MessageKind.StreamQuery;
            case ("IEvent", 0):
                return MessageKind.Event;
            default:
                return MessageKind.None;
        }
    }

    /// <summary>
    /// The kind and result of a message type by its interfaces: none when it has none of them, or more than one.
    /// </summary>
    public static MessageKind KindOf(ITypeSymbol type, out ITypeSymbol? result, out bool ambiguous)
    {
        var kind = MessageKind.None;
        result = null;
        ambiguous = false;
        bool isVoidCommand = false;
        foreach (var candidate in type.AllInterfaces)
        {
            var found = KindOfInterface(candidate, out var foundResult);
            if (found == MessageKind.None)
            {
                continue;
            }

            if (found == MessageKind.Command && foundResult is null)
            {
                isVoidCommand = true;
            }

            if (found == MessageKind.Command && IsUnit(foundResult) && ImplementsVoidCommand(type))
            {
                foundResult = null; // ICommand is an ICommand<Unit>.
            }

            if (kind != MessageKind.None
                && (kind != found || !SymbolEqualityComparer.Default.Equals(result, foundResult)))
            {
                ambiguous = true;
            }

            kind = found;
            result = isVoidCommand && found == MessageKind.Command && foundResult is null ? null : foundResult;
        }

        if (type is INamedTypeSymbol { TypeKind: TypeKind.Interface } self
            && KindOfInterface(self, out var own) is var ownKind and not MessageKind.None)
        {
            result = own;
            return ownKind;
        }

        return ambiguous ? MessageKind.None : kind;
    }

    /// <summary>The kind that one of the three attributes stands for; none for other attributes.</summary>
    public static MessageKind KindOfAttribute(INamedTypeSymbol? attribute) =>
        attribute is null || !IsOurs(attribute)
            ? MessageKind.None
            : attribute.Name switch
            {
                "CommandAttribute" => MessageKind.Command,
                "QueryAttribute" => MessageKind.Query,
                "EventAttribute" => MessageKind.Event,
                _ => MessageKind.None,
            };

    /// <summary>The attribute of another library by which a type looks marked; null when it has none.</summary>
    public static INamedTypeSymbol? ForeignAttributeOf(ITypeSymbol type) => type.GetAttributes()
        .Select(static attribute => attribute.AttributeClass)
        .FirstOrDefault(static found =>
            found is { Name: "CommandAttribute" or "QueryAttribute" or "EventAttribute", TypeKind: TypeKind.Class }
            && !IsOurs(found));

    /// <summary>Whether an attribute's kind fits an interface's: a stream query is marked as a query.</summary>
    public static bool Fits(MessageKind attribute, MessageKind message) =>
        attribute == message || (attribute == MessageKind.Query && message == MessageKind.StreamQuery);

    /// <summary>
    /// The wire name when the attribute states none: without the namespace, nested types joined by a dot.
    /// </summary>
    public static string DefaultName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? DefaultName(outer) + "." + type.Name : type.Name;

    private static bool IsUnit(ITypeSymbol? type) => type is { Name: "Unit" } && IsOurs(type);

    private static bool ImplementsVoidCommand(ITypeSymbol type)
    {
        foreach (var candidate in type.AllInterfaces)
        {
            if (candidate is { Name: "ICommand", Arity: 0 } && IsOurs(candidate))
            {
                return true;
            }
        }

        return false;
    }
}
