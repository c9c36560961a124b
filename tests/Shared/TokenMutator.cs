using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.TestKit;

/// <summary>Breaks valid sources as half-typed code is broken. The same seed breaks in the same way.</summary>
public sealed class TokenMutator
{
    private const int MostMutations = 4;

    private readonly Random _random;

    public TokenMutator(int seed) => _random = new Random(seed);

    /// <summary>Deletes, duplicates, swaps or truncates a few random tokens, or cuts the text off.</summary>
    public string Break(string source)
    {
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot()
            .DescendantTokens()
            .Select(static token => token.ToFullString())
            .ToList();
        int mutations = _random.Next(1, MostMutations + 1);
        for (int mutation = 0; mutation < mutations && tokens.Count > 0; mutation++)
        {
            Mutate(tokens, _random.Next(tokens.Count));
        }

        return string.Concat(tokens);
    }

    private void Mutate(List<string> tokens, int at)
    {
        switch (_random.Next(5))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2:
                string token = tokens[at];
                tokens[at] = token[.._random.Next(token.Length)];
                break;
            case 3:
                int other = _random.Next(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            default:
                tokens.RemoveRange(at, Math.Min(tokens.Count - at, _random.Next(1, 12)));
                break;
        }
    }
}
