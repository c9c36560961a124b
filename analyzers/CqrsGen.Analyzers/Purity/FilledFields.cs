using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// Tells collections that a body fills, to remember what it has worked out, from those that hold state. Made for one
/// body, whose members are walked when first asked for.
/// </summary>
internal sealed class FilledFields
{
    /// <summary>How many collections of one member are looked at. Of all others nothing is reported.</summary>
    private const int MostCollections = 100;

    private readonly Unset _unset = new();
    private readonly Dictionary<SyntaxNode, HashSet<string>> _askedFor = [];
    private readonly Dictionary<(SyntaxNode Member, string Field), OldValue> _old = [];

    /// <summary>Whether a field holds a collection that is filled by a write: that changes nothing.</summary>
    public bool IsFilledBy(SyntaxNode write, IFieldSymbol field) =>
        field.DeclaredAccessibility == Accessibility.Private
        && (IsFilledWhereAsked(write, Memo.NameOf(field)) || _unset.IsAskedBefore(write, Memo.NameOf(field)));

    /// <summary>
    /// Whether a collection is asked for a key in the member that adds to it: looked up, and filled when it was not
    /// there. What is worked out from what was there is state.
    /// </summary>
    private bool IsFilledWhereAsked(SyntaxNode write, string field)
    {
        if (write.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return false;
        }

        if (!_askedFor.TryGetValue(member, out var askedFor))
        {
            _askedFor[member] = askedFor = new(
                member.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
                    .Where(static access =>
                        access.Name.Identifier.ValueText is "TryGetValue" or "ContainsKey" or "GetValueOrDefault")
                    .Select(static access => Memo.NameOf(access.Expression)),
                StringComparer.Ordinal);
        }

        if (!askedFor.Contains(field))
        {
            return false;
        }

        if (!_old.TryGetValue((member, field), out var old))
        {
            if (_old.Count == MostCollections)
            {
                return true;
            }

            _old[(member, field)] = old = new OldValue(member, field);
        }

        return !old.Feeds(write);
    }
}
