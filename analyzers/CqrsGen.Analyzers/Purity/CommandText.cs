using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Finds the SQL of a command where it is a constant.</summary>
internal static class CommandText
{
    private const string Gap = " x ";
    private const int MostTexts = 16;

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

        foreach (string text in JoinedTextsOf(regions, variable, 0))
        {
            yield return text;
        }

        var set = all.OfType<IAssignmentOperation>().Where(assignment =>
            assignment.Target is IPropertyReferenceOperation { Property.Name: "CommandText", Instance: { } target }
            && SymbolEqualityComparer.Default.Equals(Variable(target), variable));
        foreach (string text in Join(regions, set, static assignment => assignment is ICompoundAssignmentOperation, 0))
        {
            yield return text;
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

    /// <summary>The texts that a variable may hold when all has been added to it that is.</summary>
    private static IEnumerable<string> JoinedTextsOf(RegionReader regions, ISymbol variable, int depth) => Join(
        regions,
        regions.ValuesOf(variable),
        value => value is ICompoundAssignmentOperation || (value?.Bare() is IBinaryOperation sum
            && SymbolEqualityComparer.Default.Equals(Variable(TermsOf(sum)[0]), variable)),
        depth);

    /// <summary>What is given replaces nothing, since a branch may have; what is added is added to all of it.</summary>
    private static IEnumerable<string> Join(
        RegionReader regions, IEnumerable<IOperation?> values, Func<IOperation?, bool> adds, int depth)
    {
        var texts = new List<StringBuilder>();
        foreach (var value in values)
        {
            var pieces = adds(value)
                ? TextsOf(regions, AddedBy(value!), depth + 1)
                : TextsOf(regions, value is IAssignmentOperation set ? set.Value : value, depth + 1);
            if (!adds(value))
            {
                texts.AddRange(pieces.Take(MostTexts - texts.Count).Select(static text => new StringBuilder(text)));
                continue;
            }

            string piece = pieces.FirstOrDefault() ?? Gap;
            if (texts.Count == 0)
            {
                texts.Add(new StringBuilder(Gap));
            }

            foreach (var text in texts)
            {
                text.Append(piece);
            }
        }

        return texts.Select(static text => text.ToString());
    }

    private static IEnumerable<IOperation> AddedBy(IOperation value) => value.Bare() is IBinaryOperation sum
        ? TermsOf(sum).Skip(1)
        : [((IAssignmentOperation)value).Value];

    /// <summary>The terms of a sum, by a loop: it is as deep as it is long.</summary>
    private static List<IOperation> TermsOf(IOperation value)
    {
        var terms = new List<IOperation>();
        while (value.Bare() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false }
            sum)
        {
            terms.Add(sum.RightOperand.Bare());
            value = sum.LeftOperand;
        }

        terms.Add(value.Bare());
        terms.Reverse();
        return terms;
    }

    /// <summary>The text of several expressions after each other, none where nothing of it is known.</summary>
    private static IEnumerable<string> TextsOf(RegionReader regions, IEnumerable<IOperation> terms, int depth)
    {
        string?[] texts = [.. terms.Select(term => TextsOf(regions, term, depth).FirstOrDefault())];
        return texts.All(static text => text is null) ? [] : [string.Concat(texts.Select(static text => text ?? Gap))];
    }

    /// <summary>A sum is what each of its first terms begins.</summary>
    private static IEnumerable<string> SumsOf(RegionReader regions, List<IOperation> terms, int depth)
    {
        string rest = TextsOf(regions, terms.Skip(1), depth).FirstOrDefault() ?? "";
        string[] first = [.. TextsOf(regions, terms[0], depth)];
        return first.Length > 0 ? first.Select(text => text + (rest.Length > 0 ? rest : Gap))
            : rest.Length > 0 ? [Gap + rest]
            : [];
    }

    /// <summary>What .NET's own methods make of texts: one text, not several.</summary>
    private static IEnumerable<string> MadeTextsOf(RegionReader regions, IInvocationOperation call, int depth)
    {
        var arguments = call.Arguments.Select(static argument => argument.Value);
        return call.TargetMethod switch
        {
            { Name: "Append" or "AppendLine" } => TextsOf(
                regions, call.Instance is null ? arguments : arguments.Take(1).Prepend(call.Instance), depth)
                .Select(text => call.TargetMethod.Name == "AppendLine" ? text + "\n" : text),
            { Name: "Concat" } => TextsOf(regions, arguments, depth),
            { Name: "Format" } => arguments.SelectMany(argument => TextsOf(regions, argument, depth)).Take(1),
            _ when call.Instance is not null => TextsOf(regions, call.Instance, depth),
            _ => arguments.SelectMany(argument => TextsOf(regions, argument, depth)),
        };
    }

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
                SumsOf(regions, TermsOf(sum), depth + 1),
            IAssignmentOperation given => TextsOf(regions, given.Value, depth + 1),
            IConditionalOperation { WhenFalse: { } otherwise } choice => TextsOf(regions, choice.WhenTrue, depth + 1)
                .Concat(TextsOf(regions, otherwise, depth + 1)),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => InitialTextOf(field),
            ILocalReferenceOperation local => JoinedTextsOf(regions, local.Local, depth),
            IObjectCreationOperation creation => creation.Arguments
                .SelectMany(argument => TextsOf(regions, argument.Value, depth + 1))
                .Concat((creation.Initializer?.Initializers ?? []).OfType<ISimpleAssignmentOperation>()
                    .Where(static set => set.Target is IPropertyReferenceOperation { Property.Name: "CommandText" })
                    .SelectMany(set => TextsOf(regions, set.Value, depth + 1))),
            IInvocationOperation
            {
                TargetMethod.ContainingType: { SpecialType: SpecialType.System_String } or { Name: "StringBuilder" },
            } made => MadeTextsOf(regions, made, depth + 1),
            IInvocationOperation call => (call.Instance is null ? [] : TextsOf(regions, call.Instance, depth + 1))
                .Concat(call.Arguments.SelectMany(argument => TextsOf(regions, argument.Value, depth + 1))),
            _ => [],
        };
    }
}
