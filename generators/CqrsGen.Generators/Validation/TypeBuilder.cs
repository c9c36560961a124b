using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>Gathers the rules of one type. Lives no longer than its compilation.</summary>
internal sealed class TypeBuilder(INamedTypeSymbol type, Compilation compilation)
{
    /// <summary>The rule that explains a validation attribute without generated code.</summary>
    public const string RuleId = "CQG3003";

    // The names that the emitter uses for itself, up to the depth of collections in collections.
    private readonly HashSet<string> _names =
    [
        "value", "errors", "depth", "visited", "before", "text",
        "since", "since2", "since3", "since4", "since5",
        "index", "index2", "index3", "index4",
        "item", "item2", "item3", "item4",
        "entry", "entry2", "entry3", "entry4",
    ];

    public INamedTypeSymbol Type => type;

    public List<MemberBuilder> Members { get; } = [];

    public List<StaticField> Fields { get; } = [];

    public List<string> Statements { get; } = [];

    /// <summary>Asks the object to validate itself; null where it cannot.</summary>
    public string? SelfCheck { get; set; }

    public List<Omission> Omissions { get; } = [];

    /// <summary>What code that names the type, its members and their attributes must be prepared for.</summary>
    public List<Notices> Notices { get; } = [];

    /// <summary>Where attributes stand that a trimmed build must not warn of.</summary>
    public List<TrimmedPlace> TrimmedPlaces { get; } = [];

    public IAssemblySymbol Assembly => compilation.Assembly;

    public bool HasOwnRules =>
        Statements.Count > 0 || SelfCheck is not null || Members.Any(static member => member.HasOwnRules);

    public bool HasOwnNormalization => Members.Any(static member => member.Normalizations.Count > 0);

    /// <summary>The types of the objects inside.</summary>
    public IEnumerable<INamedTypeSymbol> Targets =>
        Members.SelectMany(static member => member.Nested).Select(static path => path.Target);

    /// <summary>A variable for a member: its name with a small first letter, made unique.</summary>
    public string LocalFor(string name) => Unique(char.ToLowerInvariant(name[0]) + name.Substring(1));

    public string Field(string fieldType, string name, string value)
    {
        string unique = Unique("s_" + char.ToLowerInvariant(name[0]) + name.Substring(1));
        Fields.Add(new StaticField(fieldType, unique, value));
        return unique;
    }

    public void Omit(string what, string why) =>
        Omissions.Add(Omission(what, why));

    public Omission Omission(string what, string why) => new(RuleId, $"{type.ToDisplayString()}.{what} {why}");

    public bool CanName(ISymbol symbol) => compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly);

    private string Unique(string name)
    {
        string unique = name;
        for (int number = 2; !_names.Add(unique); number++)
        {
            unique = name + number;
        }

        return Names.Escape(unique);
    }
}
