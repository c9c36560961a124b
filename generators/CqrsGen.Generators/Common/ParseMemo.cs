using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Common;

/// <summary>
/// What was read from a piece of syntax, for as long as nothing is declared differently. Compilers hand over every
/// piece again after every edit; binding them all again is most of what a generator costs.
/// </summary>
/// <typeparam name="T">What is read; symbols have no place in it.</typeparam>
internal static class ParseMemo<T>
    where T : class
{
    private static readonly ConditionalWeakTable<SyntaxNode, Entry> s_entries = new();

    /// <summary>Finds what the same node gave under the same declarations.</summary>
    public static bool TryFind(SyntaxNode node, CompilationCache cache, out T? found)
    {
        if (s_entries.TryGetValue(node, out var entry) && entry.Latest is { } latest
            && latest.Declarations == cache.Declarations)
        {
            found = latest.Found;
            return true;
        }

        found = null;
        return false;
    }

    public static void Keep(SyntaxNode node, CompilationCache cache, T? found) =>
        s_entries.GetValue(node, static _ => new Entry()).Latest = new(cache.Declarations, found);

    private sealed class Entry
    {
        public volatile Reading? Latest;
    }

    /// <summary>Both in one, so that no reader sees the one of one snapshot with the other of another.</summary>
    private sealed record Reading(Declarations Declarations, T? Found);
}
