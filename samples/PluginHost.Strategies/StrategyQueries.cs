using CqrsGen;

namespace PluginHost.Strategies;

/// <summary>Answers questions about the strategies. Plain methods: what they need comes after the message.</summary>
internal static class StrategyQueries
{
    [Handler]
    public static LoadStrategy Choose(ChooseStrategy query, StrategyBook strategies) =>
        strategies.Choose(query.FileName);

    [Handler]
    public static IReadOnlyList<StrategyUse> List(ListStrategies query, StrategyBook strategies) => strategies.All;
}
