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
        if (s_entries.TryGetValue(node, out var entry) && entry.Declarations == cache.Declarations)
        {
            found = entry.Found;
            return true;
        }

        found = null;
        return false;
    }

    public static void Keep(SyntaxNode node, CompilationCache cache, T? found)
    {
        var entry = s_entries.GetValue(node, static _ => new Entry());
        lock (entry)
        {
            entry.Declarations = null;
            entry.Found = found;
            entry.Declarations = cache.Declarations;
        }
    }

    private sealed class Entry
    {
        public volatile Declarations? Declarations;

        public volatile T? Found;
    }
}
