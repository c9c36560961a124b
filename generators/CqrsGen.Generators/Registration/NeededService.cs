namespace CqrsGen.Generators.Registration;

/// <summary>A service that a handler or middleware needs from outside.</summary>
/// <param name="Service">The service.</param>
/// <param name="Key">Its key as a literal; null for none.</param>
/// <param name="IsEnumerable">Whether all registrations are wanted.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
/// <param name="IsPublic">Whether other assemblies can name it.</param>
/// <param name="Consumer">Who needs it, as a person reads it: the first ones, and how many more.</param>
internal sealed record NeededService(
    string Service, string? Key, bool IsEnumerable, bool IsOptional, bool IsPublic, string Consumer);
