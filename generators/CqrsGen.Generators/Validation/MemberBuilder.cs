using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>Gathers what the attributes of one member, or of a type itself, say.</summary>
internal sealed class MemberBuilder
{
    private readonly TypeBuilder _type;

    public MemberBuilder(TypeBuilder type, ISymbol symbol, ITypeSymbol valueType, TextModel displayName)
    {
        _type = type;
        Symbol = symbol;
        Name = symbol.Name;
        DeclaredType = valueType;
        IsNullableValue = valueType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        ValueType = IsNullableValue ? ((INamedTypeSymbol)valueType).TypeArguments[0] : valueType;
        CanBeNull = IsNullableValue || !valueType.IsValueType;
        DisplayName = displayName;
        Local = type.LocalFor(Name);
        Value = IsNullableValue ? type.LocalFor(Name + "Value") : Local;
    }

    public ISymbol Symbol { get; }

    public string Name { get; }

    public string Access => Names.Escape(Name);

    public ITypeSymbol DeclaredType { get; }

    /// <summary>The type without <c>Nullable</c>.</summary>
    public ITypeSymbol ValueType { get; }

    public bool IsNullableValue { get; }

    public bool CanBeNull { get; }

    public TextModel DisplayName { get; }

    /// <summary>The variable that holds the value, perhaps null.</summary>
    public string Local { get; }

    /// <summary>The value where it is not null.</summary>
    public string Value { get; }

    public bool IsText => ValueType.SpecialType == SpecialType.System_String;

    public bool IsObject => ValueType.SpecialType == SpecialType.System_Object;

    public INamedTypeSymbol Owner => _type.Type;

    public RuleModel? Required { get; private set; }

    public List<RuleModel> Rules { get; } = [];

    public List<RuleModel> ValueRules { get; } = [];

    public List<string> Normalizations { get; } = [];

    public List<NestedPath> Nested { get; } = [];

    public bool HasOwnRules => Required is not null || Rules.Count > 0 || ValueRules.Count > 0;

    public void Require(string condition, string code, TextModel message) => Required = Rule(condition, code, message);

    /// <summary>Adds a rule for every value, null included.</summary>
    public void Add(string condition, string code, TextModel message) => Rules.Add(Rule(condition, code, message));

    /// <summary>Adds a rule for values that are not null.</summary>
    public void AddForValue(string condition, string code, TextModel message) =>
        ValueRules.Add(Rule(condition, code, message));

    /// <summary>Makes something once that a rule needs.</summary>
    public string Field(string type, string purpose, string value) => _type.Field(type, Name + purpose, value);

    /// <summary>A variable of a rule's own.</summary>
    public string Variable(string purpose) => _type.LocalFor(Name + purpose);

    /// <summary>Records that an attribute cannot be turned into code.</summary>
    public void Omit(string attribute, string why) => _type.Omit($"{Name} with [{attribute}]", why);

    public bool CanName(ISymbol symbol) => _type.CanName(symbol);

    private RuleModel Rule(string condition, string code, TextModel message) => new(
        condition,
        $"ValidationCalls.Add(ref errors, {Names.Literal(Name)}, ValidationCodes.{code}, {message.Code});");
}
