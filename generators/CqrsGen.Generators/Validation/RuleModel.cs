namespace CqrsGen.Generators.Validation;

/// <summary>One rule in code.</summary>
/// <param name="Condition">When it is broken; null where the statement finds out.</param>
/// <param name="Statement">What then happens.</param>
internal sealed record RuleModel(string? Condition, string Statement);
