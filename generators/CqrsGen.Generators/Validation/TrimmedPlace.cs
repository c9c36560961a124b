namespace CqrsGen.Generators.Validation;

/// <summary>A constructor, property, field or type with attributes whose own code reflects, but is not run.</summary>
/// <param name="Scope">What it is, for <c>UnconditionalSuppressMessage</c>: a member or a type.</param>
/// <param name="Target">Its documentation ID.</param>
internal sealed record TrimmedPlace(string Scope, string Target);
