using System.CommandLine;
using System.CommandLine.Parsing;

namespace PluginHost.CommandLine;

/// <summary>An option whose value is one of a few words, in lower case.</summary>
/// <typeparam name="T">The words.</typeparam>
internal sealed class ChoiceOption<T> : Option<T?>
    where T : struct, Enum
{
    private static readonly string[] Words =
        Array.ConvertAll(Enum.GetNames<T>(), static name => name.ToLowerInvariant());

    public ChoiceOption(string name) : base(name)
    {
        HelpName = string.Join('|', Words);
        CustomParser = Parse;
        CompletionSources.Add(Words);
    }

    private T? Parse(ArgumentResult result)
    {
        string word = result.Tokens[0].Value;
        int index = Array.IndexOf(Words, word.ToLowerInvariant());
        if (index >= 0)
        {
            return Enum.GetValues<T>()[index];
        }

        result.AddError($"'{word}' is no value of {Name}. Give one of: {string.Join(", ", Words)}.");
        return null;
    }
}
