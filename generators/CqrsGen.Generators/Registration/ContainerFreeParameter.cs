namespace CqrsGen.Generators.Registration;

/// <summary>A service that the constructor takes.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Type">Its type.</param>
/// <param name="Key">The key as a literal; null for none.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="Consumer">Who needs it, as a person reads it.</param>
internal sealed record ContainerFreeParameter(
    string Name, string Type, string? Key, bool IsOptional, string Consumer);
