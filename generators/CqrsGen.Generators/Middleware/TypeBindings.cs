namespace CqrsGen.Generators.Middleware;

/// <summary>
/// What type parameters stand for: in code, and by identity, where annotations and tuple names are left out.
/// </summary>
internal sealed class TypeBindings
{
    private readonly Dictionary<string, string> _code = [];
    private readonly Dictionary<string, string> _keys = [];

    public IReadOnlyDictionary<string, string> Code => _code;

    /// <summary>What constraints are checked against.</summary>
    public IReadOnlyDictionary<string, string> Keys => _keys;

    public void Bind(string parameter, string code, string key)
    {
        _code[parameter] = code;
        _keys[parameter] = key;
    }
}
