using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Validation;

/// <summary>A property or field with rules, or with objects inside it that have rules.</summary>
internal sealed record ValidatedMember
{
    /// <summary>The name in paths.</summary>
    public required string Name { get; init; }

    /// <summary>The member in code, escaped where its name is a keyword.</summary>
    public required string Access { get; init; }

    /// <summary>The local variable that holds its value.</summary>
    public required string Local { get; init; }

    /// <summary>How the value is named where it is known not to be null.</summary>
    public required string Value { get; init; }

    /// <summary>Whether <see cref="Local"/> is a nullable value type.</summary>
    public bool IsNullableValue { get; init; }

    /// <summary>Whether it can be null.</summary>
    public bool CanBeNull { get; init; }

    /// <summary>The rule that, when broken, silences all others of the member.</summary>
    public RuleModel? Required { get; init; }

    /// <summary>Rules for every value, null included.</summary>
    public EquatableArray<RuleModel> Rules { get; init; }

    /// <summary>Rules for values that are not null.</summary>
    public EquatableArray<RuleModel> ValueRules { get; init; }

    public EquatableArray<NestedModel> Nested { get; init; }
}
