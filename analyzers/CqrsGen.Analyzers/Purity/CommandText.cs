using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// Finds the SQL of a command where it is a constant. Made for one body, of whose operations it makes an index when it
/// is first asked; what it knows of a variable, it works out once.
/// </summary>
/// <param name="regions">Knows the values of variables.</param>
/// <param name="all">All operations of the member.</param>
internal sealed class CommandText(RegionReader regions, IReadOnlyList<IOperation> all)
{
    /// <summary>Stands where a piece of a text is not known.</summary>
    public const string Gap = " x ";
    private const int MostTexts = 16;
    private const int MostFillings = 4;
    private const int Levels = 4;

    private static readonly HashSet<string> s_texts = new(
        ["sql", "commandText", "query", "cmdText", "copyFromCommand", "copyToCommand"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// How many characters of a text are looked at. Of a longer one it is not said that it only reads.
    /// </summary>
    public const int Longest = 1 << 15;

    private readonly Dictionary<(ISymbol Variable, int Depth), string[]> _joined = [];
    private readonly Dictionary<ISymbol, string[]> _set = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, bool?> _verdicts = new(StringComparer.Ordinal);

    private BuiltText? _built;
    private HashSet<string>? _temporary;
    private ILookup<ISymbol?, IAssignmentOperation>? _assigned;

    private BuiltText Built => _built ??= new BuiltText(regions, this, all);

    /// <summary>Whether the SQL writes; null when it cannot be told.</summary>
    /// <param name="command">The command object; null for an extension method.</param>
    /// <param name="arguments">The arguments, of which one is the SQL.</param>
    public bool? Writes(IOperation? command, ImmutableArray<IArgumentOperation> arguments)
    {
        bool? writes = null;
        foreach (string text in Texts(command, arguments))
        {
            switch (Verdict(text))
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

    /// <summary>Whether a text writes; null when it cannot be told.</summary>
    public bool? Verdict(string text)
    {
        if (!_verdicts.TryGetValue(text, out bool? writes))
        {
            _temporary ??= new(
                all.Select(static found => found.ConstantValue).Where(static value => value.HasValue)
                    .Select(static value => value.Value).OfType<string>().SelectMany(Sql.TemporaryTablesOf),
                StringComparer.OrdinalIgnoreCase);
            bool isCut = text.Length > Longest;
            writes = Sql.Writes(isCut ? text.Substring(0, Longest) : text, _temporary);
            _verdicts[text] = writes = isCut && writes == false ? null : writes;
        }

        return writes;
    }

    private IEnumerable<string> Texts(IOperation? command, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (string text in TextsOf(TextAmong(arguments), 0))
        {
            yield return text;
        }

        if (command is null || Variable(command) is not { } variable)
        {
            yield break;
        }

        foreach (string text in JoinedTextsOf(variable, 0).Concat(TextsSetOn(variable)))
        {
            yield return text;
        }
    }

    /// <summary>What the command that a variable holds is given as its text.</summary>
    private string[] TextsSetOn(ISymbol variable)
    {
        if (!_set.TryGetValue(variable, out string[]? texts))
        {
            _assigned ??= all.OfType<IAssignmentOperation>().ToLookup(
                static assignment => assignment.Target
                    is IPropertyReferenceOperation { Property.Name: "CommandText", Instance: { } target }
                    ? Variable(target)
                    : null,
                SymbolEqualityComparer.Default);
            _set[variable] = texts =
                Join(_assigned[variable], static assignment => assignment is ICompoundAssignmentOperation, 0);
        }

        return texts;
    }

    private static ISymbol? Variable(IOperation operation) => operation.Bare() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };

    /// <summary>
    /// The argument that is the text: by the name of its parameter, else the first text. What else there is are values.
    /// </summary>
    private static IOperation? TextAmong(ImmutableArray<IArgumentOperation> arguments) =>
        (arguments.FirstOrDefault(static argument => argument.Parameter is { Name: { } name } && s_texts.Contains(name))
            ?? arguments.FirstOrDefault(static argument =>
                argument.Parameter?.Type.SpecialType == SpecialType.System_String)
            ?? arguments.FirstOrDefault(static argument => argument.Parameter is not
            {
                Ordinal: 0,
                ContainingSymbol: IMethodSymbol { IsExtensionMethod: true },
            }))?.Value;

    /// <summary>The texts that a variable may hold when all has been added to it that is.</summary>
    private string[] JoinedTextsOf(ISymbol variable, int depth)
    {
        if (!_joined.TryGetValue((variable, depth), out string[]? texts))
        {
            _joined[(variable, depth)] = texts = Join(
                regions.ValuesOf(variable),
                value => value is ICompoundAssignmentOperation || (value?.Bare() is IBinaryOperation sum
                    && SymbolEqualityComparer.Default.Equals(Variable(TermsOf(sum)[0]), variable)),
                depth);
        }

        return texts;
    }

    /// <summary>What is given replaces nothing, since a branch may have; what is added is added to all of it.</summary>
    private string[] Join(IEnumerable<IOperation?> values, Func<IOperation?, bool> adds, int depth)
    {
        var texts = new List<StringBuilder>();
        foreach (var value in values)
        {
            var pieces = adds(value)
                ? TextsOf(AddedBy(value!), depth + 1)
                : TextsOf(value is IAssignmentOperation set ? set.Value : value, depth + 1);
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

            foreach (var text in texts.Where(static text => text.Length <= Longest))
            {
                text.Append(piece);
            }
        }

        return [.. texts.Select(static text => text.ToString())];
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
    public IEnumerable<string> TextsOf(IEnumerable<IOperation> terms, int depth)
    {
        string?[] texts = [.. terms.Select(term => TextsOf(term, depth).FirstOrDefault())];
        return texts.All(static text => text is null) ? [] : [string.Concat(texts.Select(static text => text ?? Gap))];
    }

    /// <summary>A sum is what each of its first terms begins.</summary>
    private IEnumerable<string> SumsOf(List<IOperation> terms, int depth)
    {
        string rest = TextsOf(terms.Skip(1), depth).FirstOrDefault() ?? "";
        string[] first = [.. TextsOf(terms[0], depth)];
        return first.Length > 0 ? first.Select(text => text + (rest.Length > 0 ? rest : Gap))
            : rest.Length > 0 ? [Gap + rest]
            : [];
    }

    /// <summary>What .NET's own methods make of texts: one text, not several.</summary>
    private IEnumerable<string> MadeTextsOf(IInvocationOperation call, int depth)
    {
        var arguments = call.Arguments.SelectMany(static argument => ItemsOf(argument.Value));
        return call.TargetMethod switch
        {
            _ when BuiltText.IsAppend(call) => Built.TextsOf(call, depth),
            { Name: "Concat" } => TextsOf(arguments, depth),
            { Name: "Join" } => TextsOf(
                arguments.Skip(1).SelectMany((item, index) => index == 0 ? new[] { item } : [arguments.First(), item]),
                depth),
            { Name: "Format" } => arguments.SelectMany(argument => TextsOf(argument, depth)).Take(1),
            _ when call.Instance is not null => TextsOf(call.Instance, depth),
            _ => arguments.SelectMany(argument => TextsOf(argument, depth)),
        };
    }

    /// <summary>What is handed over one by one, also where the compiler makes an array of it.</summary>
    private static ImmutableArray<IOperation> ItemsOf(IOperation argument) => argument.Bare() switch
    {
        IArrayCreationOperation { Initializer: { } items } => items.ElementValues,
        ICollectionExpressionOperation items => items.Elements,
        var single => [single],
    };

    /// <summary>The texts that an expression may be, as far as they are constant.</summary>
    public IEnumerable<string> TextsOf(IOperation? value, int depth)
    {
        // What stands in the gaps of these is handed over beside the text.
        bool isTemplate = value is IConversionOperation { Type.Name: "FormattableString" or "IFormattable" };
        value = value?.Bare();
        if (value is null || depth > Levels)
        {
            return [];
        }

        if (!isTemplate && value.ConstantValue is { HasValue: true, Value: string or char })
        {
            return [value.ConstantValue.Value.ToString()];
        }

        return value switch
        {
            IInterpolatedStringOperation interpolated => FilledTextsOf(interpolated, depth, isTemplate),
            IInterpolatedStringHandlerCreationOperation { Content: IInterpolatedStringOperation content } handler =>
                FilledTextsOf(content, depth, isTemplate: !IsOfSystem(handler.Type)),
            IInterpolatedStringHandlerCreationOperation handler => TextsOf(handler.Content, depth),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum =>
                SumsOf(TermsOf(sum), depth + 1),
            IAssignmentOperation given => TextsOf(given.Value, depth + 1),
            IConditionalOperation { WhenFalse: { } otherwise } choice => TextsOf(choice.WhenTrue, depth + 1)
                .Concat(TextsOf(otherwise, depth + 1)),
            ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => TextsOf(arm.Value, depth + 1)),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => DeclaredText.Of(field),
            IPropertyReferenceOperation { Property: { IsIndexer: false } property } => DeclaredText.Of(property),
            ILocalReferenceOperation local when BuiltText.IsBuilder(local.Local) && Built.TextOf(local) is { } text =>
                [text],
            ILocalReferenceOperation local => JoinedTextsOf(local.Local, depth),
            IObjectCreationOperation creation => TextsOf(TextAmong(creation.Arguments), depth + 1)
                .Concat((creation.Initializer?.Initializers ?? []).OfType<ISimpleAssignmentOperation>()
                    .Where(static set => set.Target is IPropertyReferenceOperation { Property.Name: "CommandText" })
                    .SelectMany(set => TextsOf(set.Value, depth + 1))),
            IInvocationOperation
            {
                TargetMethod.ContainingType: { SpecialType: SpecialType.System_String } or { Name: "StringBuilder" },
            } made => MadeTextsOf(made, depth + 1),
            IInvocationOperation call => (call.Instance is null ? [] : TextsOf(call.Instance, depth + 1))
                .Concat(TextsOf(TextAmong(call.Arguments), depth + 1)),
            _ => [],
        };
    }

    /// <summary>An interpolated text with what its gaps hold, once for each text that one of them may hold.</summary>
    private IEnumerable<string> FilledTextsOf(IInterpolatedStringOperation interpolated, int depth, bool isTemplate)
    {
        string[][] parts = [.. interpolated.Parts.Select(part => LiteralOf(part) is { } literal ? [literal]
            : isTemplate ? []
            : TextsOf(FillingOf(part), depth + 1).ToArray())];
        int most = parts.Max(static texts => (int?)texts.Length) ?? 0;
        return Enumerable.Range(0, Math.Max(1, Math.Min(MostFillings, most))).Select(filling =>
            string.Concat(parts.Select(texts =>
                texts.Length == 0 ? Gap : texts[Math.Min(filling, texts.Length - 1)])));
    }

    /// <summary>What stands between the gaps of a text, whether it makes a text or appends to one.</summary>
    private static string? LiteralOf(IInterpolatedStringContentOperation part) => (part switch
    {
        IInterpolatedStringTextOperation text => text.Text.ConstantValue.Value,
        IInterpolatedStringAppendOperation
        {
            AppendCall: IInvocationOperation { TargetMethod.Name: "AppendLiteral" } call,
        } => call.Arguments.FirstOrDefault()?.Value.ConstantValue.Value,
        _ => null,
    }) as string;

    private static IOperation? FillingOf(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolationOperation { FormatString: null } gap => gap.Expression,
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation call } =>
            call.Arguments.FirstOrDefault()?.Value,
        _ => null,
    };

    /// <summary>Whether a handler makes a text; one of a library may hand over what fills the gaps.</summary>
    private static bool IsOfSystem(ITypeSymbol? handler) =>
        handler?.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) == true;
}
