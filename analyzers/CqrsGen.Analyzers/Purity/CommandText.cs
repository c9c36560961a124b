using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Finds the SQL of a command where it is a constant.</summary>
internal static class CommandText
{
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
        foreach (string text in Texts(regions, all, command, arguments))
        {
            switch (Sql.Writes(text))
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

        if (command?.Bare() is not ILocalReferenceOperation { Local: var local })
        {
            yield break;
        }

        foreach (var value in regions.ValuesOf(local))
        {
            foreach (string text in TextsOf(regions, value, 0))
            {
                yield return text;
            }
        }

        foreach (var assignment in all.OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: "CommandText" } property
                && property.Instance?.Bare() is ILocalReferenceOperation target
                && SymbolEqualityComparer.Default.Equals(target.Local, local))
            {
                foreach (string text in TextsOf(regions, assignment.Value, 0))
                {
                    yield return text;
                }
            }
        }
    }

    private static IEnumerable<string> TextsOf(RegionReader regions, IOperation? value, int depth)
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
            IInterpolatedStringOperation interpolated => interpolated.Parts
                .Take(1).OfType<IInterpolatedStringTextOperation>()
                .SelectMany(part => TextsOf(regions, part.Text, depth + 1)),
            IBinaryOperation sum => TextsOf(regions, sum.LeftOperand, depth + 1),
            ILocalReferenceOperation local =>
                regions.ValuesOf(local.Local).SelectMany(given => TextsOf(regions, given, depth + 1)),
            IObjectCreationOperation creation => creation.Arguments
                .SelectMany(argument => TextsOf(regions, argument.Value, depth + 1))
                .Concat((creation.Initializer?.Initializers ?? []).OfType<ISimpleAssignmentOperation>()
                    .Where(static set => set.Target is IPropertyReferenceOperation { Property.Name: "CommandText" })
                    .SelectMany(set => TextsOf(regions, set.Value, depth + 1))),
            IInvocationOperation call => call.Arguments.SelectMany(
                argument => TextsOf(regions, argument.Value, depth + 1)),
            _ => [],
        };
    }
}
