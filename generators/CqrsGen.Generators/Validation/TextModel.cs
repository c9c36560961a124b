using System.Globalization;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>A text of a message: a constant, or an expression that reads it from a resource.</summary>
internal readonly record struct TextModel(object? Constant, string Code)
{
    public static TextModel Of(object constant) => new(constant, ConstantText.Code(constant));

    /// <summary>What messages call a member: <c>[Display(Name = …)]</c>, else its own name.</summary>
    public static TextModel DisplayNameOf(string name, IEnumerable<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { Name: "DisplayAttribute" } type && AnnotationNames.IsAnnotation(type)
                && attribute.Named<string>("Name") is { } given)
            {
                return attribute.Named<ITypeSymbol>("ResourceType") is { } resource
                    ? Resource(resource, given)
                    : Of(given);
            }
        }

        return Of(name);
    }

    /// <summary>
    /// The message of a broken rule: formatted now where everything is known, at run time where a resource is read.
    /// </summary>
    /// <exception cref="FormatException">The format is not valid.</exception>
    public static TextModel Format(AttributeData attribute, string defaultFormat, params TextModel[] arguments)
    {
        var format = attribute.Named<ITypeSymbol>("ErrorMessageResourceType") is { } resource
            && attribute.Named<string>("ErrorMessageResourceName") is { Length: > 0 } name
                ? Resource(resource, name)
                : Of(attribute.Named<string>("ErrorMessage") is { Length: > 0 } given ? given : defaultFormat);
        return format.Constant is string constant && arguments.All(static argument => argument.Constant is not null)
            ? Of(string.Format(
                CultureInfo.InvariantCulture, constant, [.. arguments.Select(static argument => argument.Constant!)]))
            : new TextModel(
                null,
                "string.Format(System.Globalization.CultureInfo.CurrentCulture, " +
                $"{format.Code}, {string.Join(", ", arguments.Select(static argument => argument.Code))})");
    }

    // The designer of resources emits such a property for each text.
    private static TextModel Resource(ITypeSymbol type, string name) =>
        new(null, $"{Common.SymbolText.Key(type)}.{Common.Names.Escape(name)}");
}
