namespace CqrsGen;

/// <summary>
/// Cuts white space off both ends of a text. Done by generated code before validation, on a copy of the message.
/// </summary>
/// <remarks>
/// Normalisation runs in a fixed order: <see cref="TrimAttribute"/>, then <see cref="LowercaseAttribute"/> or
/// <see cref="UppercaseAttribute"/>, then <see cref="EmptyToNullAttribute"/>. Null stays null.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TrimAttribute : Attribute;
