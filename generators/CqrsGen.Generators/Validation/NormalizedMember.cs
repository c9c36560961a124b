namespace CqrsGen.Generators.Validation;

/// <summary>A member that gets a new value before validation.</summary>
/// <param name="Access">The member in code.</param>
/// <param name="Local">The local variable that holds the new value.</param>
/// <param name="Expression">The new value; for a collection its new items, null when nothing changes.</param>
/// <param name="Changed">The condition under which the new value differs from the old one.</param>
/// <param name="Assigned">What is assigned.</param>
internal sealed record NormalizedMember(
    string Access, string Local, string Expression, string Changed, string Assigned);
