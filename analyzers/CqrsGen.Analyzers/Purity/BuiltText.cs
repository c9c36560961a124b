using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// What a <see cref="StringBuilder"/> holds: all that is appended to it after it is made, in order. Made for one body.
/// </summary>
/// <remarks>
/// What is appended in a branch, a loop or a lambda may be there or not. What stands before it does in any case, so a
/// text that begins with a write is one that writes; nothing else is said of it.
/// </remarks>
/// <param name="regions">Knows the values of variables.</param>
/// <param name="texts">Knows what is appended.</param>
/// <param name="all">All operations of the member.</param>
internal sealed class BuiltText(RegionReader regions, CommandText texts, IReadOnlyList<IOperation> all)
{
    /// <summary>How many builders are looked at that are appended to one another.</summary>
    private const int Deepest = 4;

    private readonly Dictionary<ISymbol, Content?> _contents = new(SymbolEqualityComparer.Default);
    private ILookup<ISymbol, ILocalReferenceOperation>? _references;
    private int _open;

    /// <summary>Whether a variable holds a builder.</summary>
    public static bool IsBuilder(ILocalSymbol local) => IsBuilder(local.Type);

    /// <summary>Whether a call appends to a builder, and returns it.</summary>
    public static bool IsAppend(IInvocationOperation call) =>
        call is { Instance: not null, TargetMethod.Name: "Append" or "AppendLine" or "AppendFormat" }
        && IsBuilder(call.TargetMethod.ContainingType);

    /// <summary>What a chain of calls has appended, up to the last of them.</summary>
    public IEnumerable<string> TextsOf(IInvocationOperation last, int depth)
    {
        var calls = new Stack<IInvocationOperation>();
        IOperation first = last;
        while (first is IInvocationOperation call && IsAppend(call))
        {
            calls.Push(call);
            first = call.Instance!.Bare();
        }

        string begun = BeginOf(first, depth);
        string?[] pieces = [.. calls.Select(call => PieceOf(call, depth))];
        return Array.TrueForAll(pieces, static piece => piece is null) && begun.Trim().Length < 2
            ? []
            : [begun + string.Concat(pieces.Select(static piece => piece ?? CommandText.Gap))];
    }

    /// <summary>What a builder holds where it is referred to; null where that cannot be told.</summary>
    public string? TextOf(ILocalReferenceOperation use)
    {
        if (!_contents.TryGetValue(use.Local, out var content))
        {
            if (_open == Deepest)
            {
                return null;
            }

            _open++;
            _contents[use.Local] = null; // While it is asked: what is appended to itself says nothing.
            _contents[use.Local] = content = Read(use.Local);
            _open--;
        }

        int place = use.Syntax.SpanStart;
        return content is null || content.Text.Length == 0 || place > content.Until ? null
            : place <= content.GrowsFrom || texts.Verdict(content.Text) == true ? content.Text
            : null;
    }

    private Content? Read(ILocalSymbol local)
    {
        var values = regions.ValuesOf(local);
        if (values.Count != 1 || values[0] is not { } made || BlockOf(made) is not { } block)
        {
            return null;
        }

        _references ??= all.OfType<ILocalReferenceOperation>()
            .Where(static reference => IsBuilder(reference.Local))
            .ToLookup<ILocalReferenceOperation, ISymbol>(
                static reference => reference.Local, SymbolEqualityComparer.Default);
        var text = new StringBuilder(BeginOf(made, 1));
        int growsFrom = int.MaxValue;
        bool isRead = false;
        foreach (var reference in _references[local].OrderBy(static reference => reference.Syntax.SpanStart))
        {
            int place = reference.Syntax.SpanStart;
            if (reference.Parent is IInvocationOperation call && IsAppend(call) && call.Instance == reference)
            {
                var calls = ChainOf(call);
                if (isRead || growsFrom < place || !AlwaysRuns(calls[calls.Count - 1].Parent, block))
                {
                    growsFrom = Math.Min(growsFrom, place);
                }
                else if (text.Length <= CommandText.Longest)
                {
                    calls.ForEach(appended => text.Append(PieceOf(appended, 1) ?? CommandText.Gap));
                }
            }
            else if (IsOnlyRead(reference))
            {
                isRead = true;
            }
            else if (reference.Parent is not IAssignmentOperation { Target: var target } || target != reference)
            {
                return new Content(text.ToString(), growsFrom, place);
            }
        }

        return new Content(text.ToString(), growsFrom, int.MaxValue);
    }

    /// <summary>What a builder holds before anything is appended.</summary>
    private string BeginOf(IOperation made, int depth) => texts.TextsOf(made, depth + 1).FirstOrDefault()
        ?? (made.Bare() is IObjectCreationOperation { Arguments: var given }
            && given.All(static argument => argument.Value.Type?.SpecialType != SpecialType.System_String)
                ? ""
                : CommandText.Gap);

    private string? PieceOf(IInvocationOperation call, int depth)
    {
        string? piece = call.Arguments.SelectMany(argument => texts.TextsOf(argument.Value, depth + 1))
            .FirstOrDefault();
        return call.TargetMethod.Name != "AppendLine" ? piece
            : call.Arguments.IsEmpty ? "\n"
            : (piece ?? CommandText.Gap) + "\n";
    }

    /// <summary>A call that appends, and those that append to what it returns.</summary>
    private static List<IInvocationOperation> ChainOf(IInvocationOperation first)
    {
        List<IInvocationOperation> calls = [first];
        while (calls[calls.Count - 1] is { Parent: IInvocationOperation next } last && IsAppend(next)
            && next.Instance == last)
        {
            calls.Add(next);
        }

        return calls;
    }

    private static IOperation? BlockOf(IOperation made)
    {
        var around = made.Parent;
        while (around is not (null or IBlockOperation))
        {
            around = around.Parent;
        }

        return around;
    }

    /// <summary>Whether a statement runs whenever the block does.</summary>
    private static bool AlwaysRuns(IOperation? statement, IOperation block)
    {
        if (statement is not IExpressionStatementOperation)
        {
            return false;
        }

        IOperation child = statement;
        while (child.Parent is { } parent && parent != block)
        {
            if (parent is not (IBlockOperation or IUsingOperation or ILockOperation)
                && !(parent is ITryOperation tried && tried.Body == child))
            {
                return false;
            }

            child = parent;
        }

        return child.Parent is not null;
    }

    private static bool IsOnlyRead(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IInvocationOperation { TargetMethod.Name: "ToString" } call => call.Instance == reference,
        IPropertyReferenceOperation { Parent: not IAssignmentOperation, Property.Name: "Length" or "Capacity" } => true,
        _ => false,
    };

    private static bool IsBuilder(ITypeSymbol type) => type is
    {
        Name: "StringBuilder",
        ContainingNamespace: { Name: "Text", ContainingNamespace: { Name: "System" } },
    };

    /// <summary>What a builder holds.</summary>
    /// <param name="Text">What has been appended for certain.</param>
    /// <param name="GrowsFrom">Where something is first appended that is not part of the text.</param>
    /// <param name="Until">Where something else may happen to it.</param>
    private sealed record Content(string Text, int GrowsFrom, int Until);
}
