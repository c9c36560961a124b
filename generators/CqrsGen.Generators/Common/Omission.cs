namespace CqrsGen.Generators.Common;

/// <summary>
/// Something that the generator left out. It becomes an <c>#error</c> in the registration file, so that nothing is
/// silently omitted even where the analyzers are off.
/// </summary>
/// <param name="Id">The rule that explains it.</param>
/// <param name="Message">What and why, in one line.</param>
internal sealed record Omission(string Id, string Message);
