using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Middleware;

namespace CqrsGen.Generators.Common;

/// <summary>
/// What one piece of syntax says: a single walk over the files finds all that the generator looks for.
/// </summary>
/// <param name="Type">What a type declares.</param>
/// <param name="Method">A method marked as handler.</param>
/// <param name="BuiltIns">The assembly's choice of built-in middleware.</param>
/// <param name="Composes">Whether it names the registration.</param>
/// <param name="Alias">An alias that hides a name of ours.</param>
internal sealed record Finding(
    TypeFindings? Type = null,
    HandlerModel? Method = null,
    BuiltInSettings? BuiltIns = null,
    bool Composes = false,
    Omission? Alias = null)
{
    public static Finding Composition { get; } = new(Composes: true);
}
