using System.Collections.Immutable;

namespace CqrsGen.Analyzers.Purity;

/// <summary>A word or sign of an SQL text without comments, texts and quoted names.</summary>
/// <param name="Text">The word, or the sign.</param>
/// <param name="Depth">How many parentheses are open around it.</param>
/// <param name="BeginsLine">Whether it is the first of its line.</param>
internal readonly record struct SqlToken(string Text, int Depth, bool BeginsLine)
{
    private const string Signs = "(),=<>+-*/%;'";

    public bool IsWord => Signs.IndexOf(Text[0]) < 0;

    public bool Is(string word) => Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The words and signs of a text. A semicolon closes what is open.</summary>
    public static ImmutableArray<SqlToken> Of(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<SqlToken>();
        int depth = 0;
        bool beginsLine = true;
        for (int index = 0; index < text.Length;)
        {
            char sign = text[index];
            int start = index++;
            if (char.IsWhiteSpace(sign))
            {
                beginsLine |= sign is '\n' or '\r';
                continue;
            }

            if (Signs.IndexOf(sign) < 0)
            {
                while (index < text.Length && !char.IsWhiteSpace(text[index]) && Signs.IndexOf(text[index]) < 0)
                {
                    index++;
                }
            }

            depth = sign == ';' ? 0 : sign == ')' && depth > 0 ? depth - 1 : depth;
            tokens.Add(new SqlToken(text.Substring(start, index - start), depth, beginsLine));
            depth = sign == '(' ? depth + 1 : depth;
            beginsLine = false;
        }

        return tokens.ToImmutable();
    }
}
