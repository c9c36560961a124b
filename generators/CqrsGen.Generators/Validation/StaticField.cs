namespace CqrsGen.Generators.Validation;

/// <summary>What a rule needs and is made once: a pattern, a limit, an attribute of the user's.</summary>
internal sealed record StaticField(string Type, string Name, string Value);
