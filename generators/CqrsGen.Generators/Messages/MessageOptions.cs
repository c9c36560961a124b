using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Messages;

/// <summary>The options that a message's attribute states.</summary>
internal readonly record struct MessageOptions(string? Name, double? TimeoutSeconds, bool? Validate, int? Delivery)
{
    /// <summary>Reads the arguments by their constant values, without binding the attribute.</summary>
    public static MessageOptions Read(
        AttributeSyntax attribute, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var options = default(MessageOptions);
        if (attribute.ArgumentList is not { Arguments.Count: > 0 } list)
        {
            return options;
        }

        var model = semantics.SyntaxTree == attribute.SyntaxTree
            ? semantics
            : semantics.Compilation.GetSemanticModel(attribute.SyntaxTree);
        foreach (var argument in list.Arguments)
        {
            object? value = model.GetConstantValue(argument.Expression, cancellationToken).Value;
            options = argument.NameEquals?.Name.Identifier.ValueText switch
            {
                "Name" => options with { Name = value as string },
                "TimeoutSeconds" when value is IConvertible number => options with
                {
                    TimeoutSeconds = number.ToDouble(System.Globalization.CultureInfo.InvariantCulture),
                },
                "Validate" => options with { Validate = value as bool? },
                "Delivery" => options with { Delivery = value as int? },
                _ => options,
            };
        }

        return options;
    }
}
