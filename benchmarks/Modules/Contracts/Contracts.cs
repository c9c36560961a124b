namespace CqrsGen.Benchmarks.Contracts;

/// <summary>
/// What every handler answers with. A class: a value task of an int costs 4.5 ns by itself on .NET 9 AOT.
/// </summary>
public sealed class Answer
{
    public static readonly Answer Instance = new();
}

/// <summary>Declared here, handled elsewhere.</summary>
[Command]
public sealed partial record Elsewhere : ICommand<Answer>;
