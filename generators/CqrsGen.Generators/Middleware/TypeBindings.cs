using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Middleware;

/// <summary>
/// What type parameters stand for: in code, and by identity, where annotations and tuple names are left out.
/// </summary>
/// <remarks>A list: there are two at most, the message and its result.</remarks>
internal sealed class TypeBindings
{
    private readonly List<(string Parameter, string Code, string Key)> _bound = [];

    public void Bind(string parameter, string code, string key)
    {
        _bound.RemoveAll(bound => bound.Parameter == parameter);
        _bound.Add((parameter, code, key));
    }

    /// <summary>What constraints are checked against; null for what is not bound.</summary>
    public string? KeyOf(string parameter) =>
        _bound.Find(bound => bound.Parameter == parameter) is { Parameter: not null } found ? found.Key : null;

    /// <summary>The pattern with its holes filled, in code.</summary>
    public string Fill(string pattern) => Fill(pattern, static bound => bound.Code);

    /// <summary>The pattern with its holes filled, by identity.</summary>
    public string FillKey(string pattern) => Fill(pattern, static bound => bound.Key);

    /// <summary>The type arguments, in code, separated by commas; all of the parameters are bound.</summary>
    public string Arguments(EquatableArray<TypeParameterModel> parameters) => parameters.Count == 0
        ? ""
        : string.Join(", ", parameters.Select(
            parameter => _bound.Find(bound => bound.Parameter == parameter.Name).Code));

    private string Fill(string pattern, Func<(string Parameter, string Code, string Key), string> text)
    {
        if (pattern.IndexOf('{') < 0)
        {
            return pattern;
        }

        foreach (var bound in _bound)
        {
            pattern = pattern.Replace("{" + bound.Parameter + "}", text(bound));
        }

        return pattern;
    }
}
