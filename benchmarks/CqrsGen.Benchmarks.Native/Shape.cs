namespace CqrsGen.Benchmarks.Native;

/// <summary>A row of the table: a loop that does the same thing a number of times.</summary>
/// <param name="Group">Rows of one group are measured in turns, so that a busy machine slows all of them alike.</param>
/// <param name="Name">What is measured.</param>
/// <param name="Run">Does it so many times.</param>
/// <param name="IsBaseline">Whether the other rows of the group are compared to it.</param>
internal sealed record Shape(string Group, string Name, Func<int, object?> Run, bool IsBaseline = false);
