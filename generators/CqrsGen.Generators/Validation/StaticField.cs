namespace CqrsGen.Generators.Validation;

/// <summary>Something that a rule needs and that is made once: a pattern, a limit, an attribute of the user's.</summary>
internal sealed record StaticField(string Type, string Name, string Value);
