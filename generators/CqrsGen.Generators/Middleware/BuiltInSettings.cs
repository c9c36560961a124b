namespace CqrsGen.Generators.Middleware;

/// <summary>What <c>[assembly: BuiltInMiddleware]</c> says.</summary>
/// <param name="Enabled">The bits of <c>BuiltIn</c>.</param>
/// <param name="PoolStateMachines">Whether suspending pipelines take their state machines from a pool.</param>
internal sealed record BuiltInSettings(int Enabled, bool PoolStateMachines)
{
    public const int All = 31;

    public static BuiltInSettings Default { get; } = new(All, false);
}
