using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Finds the SQL of a command where it is a constant.</summary>
internal static class CommandText
{
    private const string Gap = " x ";

    /// <summary>Whether the SQL writes; null when it cannot be told.</summary>
    /// <param name="regions">Knows the values of variables.</param>
    /// <param name="all">All operations of the member.</param>
    /// <param name="command">The command object; null for an extension method.</param>
    /// <param name="arguments">The arguments, of which the first text is the SQL.</param>
    public static bool? Writes(
        RegionReader regions,
        IEnumerable<IOperation> all,
        IOperation? command,
        ImmutableArray<IArgumentOperation> arguments)
    {
        bool? writes = null;
        List<string> temporary =
        [
            .. all.Select(static found => found.ConstantValue).Where(static value => value.HasValue)
                .Select(static value => value.Value).OfType<string>().SelectMany(Sql.TemporaryTablesOf),
        ];
        foreach (string text in Texts(regions, all, command, arguments))
        {
            switch (Sql.Writes(text, temporary))
            {
                case true:
                    return true;
                case false:
                    writes = false;
                    break;
            }
        }

        return writes;
    }

    private static IEnumerable<string> Texts(
        RegionReader regions,
        IEnumerable<IOperation> all,
        IOperation? command,
        ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            foreach (string text in TextsOf(regions, argument.Value, 0))
            {
                yield return text;
            }
        }

        if (command is null || Variable(command) is not { } variable)
        {
            yield break;
        }

        foreach (var value in regions.ValuesOf(variable))
        {
            foreach (string text in TextsOf(regions, value, 0))
            {
                yield return text;
            }
        }

        foreach (var assignment in all.OfType<IAssignmentOperation>())
        {
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: "CommandText", Instance: { } target }
                && SymbolEqualityComparer.Default.Equals(Variable(target), variable))
            {
                foreach (string text in TextsOf(regions, assignment.Value, 0))
                {
                    yield return text;
                }
            }
        }
    }

    private static ISymbol? Variable(IOperation operation) => operation.Bare() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };

    /// <summary>What a field that never changes is given where it is declared, when that is one text.</summary>
    private static IEnumerable<string> InitialTextOf(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax())
            .OfType<VariableDeclaratorSyntax>()
            .Select(static variable => variable.Initializer?.Value)
            .OfType<LiteralExpressionSyntax>()
            .Select(static literal => literal.Token.ValueText);

    /// <summary>The texts that an expression may be, as far as they are constant.</summary>
    public static IEnumerable<string> TextsOf(RegionReader regions, IOperation? value, int depth)
    {
        value = value?.Bare();
        if (value is null || depth > 4)
        {
            return [];
        }

        if (value.ConstantValue is { HasValue: true, Value: string constant })
        {
            return [constant];
        }

        return value switch
        {
            IInterpolatedStringOperation interpolated => [string.Concat(interpolated.Parts.Select(static part =>
                (part as IInterpolatedStringTextOperation)?.Text.ConstantValue.Value as string ?? Gap))],
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum =>
                TextsOf(regions, sum.LeftOperand, depth + 1).Select(left =>
                    left + (TextsOf(regions, sum.RightOperand, depth + 1).FirstOrDefault() ?? Gap)),
            ICompoundAssignmentOperation more => TextsOf(regions, more.Value, depth + 1),
            IConditionalOperation { WhenFalse: { } otherwise } choice => TextsOf(regions, choice.WhenTrue, depth + 1)
                .Concat(TextsOf(regions, otherwise, depth + 1)),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => InitialTextOf(field),
            ILocalReferenceOperation local =>
                regions.ValuesOf(local.Local).SelectMany(given => TextsOf(regions, given, depth + 1)),
            IObjectCreationOperation creation => creation.Arguments
                .SelectMany(argument => TextsOf(regions, argument.Value, depth + 1))
                .Concat((creation.Initializer?.Initializers ?? []).OfType<ISimpleAssignmentOperation>()
                    .Where(static set => set.Target is IPropertyReferenceOperation { Property.Name: "CommandText" })
                    .SelectMany(set => TextsOf(regions, set.Value, depth + 1))),
            IInvocationOperation call => (call.Instance is null ? [] : TextsOf(regions, call.Instance, depth + 1))
                .Concat(call.Arguments.SelectMany(argument => TextsOf(regions, argument.Value, depth + 1))),
            _ => [],
        };
    }
}
