namespace CqrsGen;

/// <summary>
/// Turns a text into lower case by the invariant culture. Done by generated code before validation, on a copy of the
/// message.
/// </summary>
/// <remarks>
/// Normalisation runs in a fixed order: <see cref="TrimAttribute"/>, then <see cref="LowercaseAttribute"/> or
/// <see cref="UppercaseAttribute"/>, then <see cref="EmptyToNullAttribute"/>. Null stays null.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LowercaseAttribute : Attribute;
