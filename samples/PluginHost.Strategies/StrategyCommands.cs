using CqrsGen;

namespace PluginHost.Strategies;

/// <summary>Changes the strategies.</summary>
internal sealed class StrategyCommands(StrategyBook strategies, IEventBus events)
    : ICommandHandler<RegisterStrategy, Result<StrategyName>>, ICommandHandler<RemoveStrategy, Result>
{
    public async ValueTask<Result<StrategyName>> HandleAsync(
        RegisterStrategy command, CancellationToken cancellationToken)
    {
        var name = new StrategyName(command.Name);
        var strategy = new LoadStrategy(
            name, command.Pattern, command.Binding, command.Visibility, command.Priority);
        if (!strategies.TryAdd(strategy))
        {
            return Error.Conflict(
                "strategy.exists", $"There is a strategy '{name}' already. Remove it first, or choose another name.");
        }

        await events.PublishAsync(new StrategyRegistered(strategy), cancellationToken);
        return name;
    }

    public async ValueTask<Result> HandleAsync(RemoveStrategy command, CancellationToken cancellationToken)
    {
        if (command.Name == StrategyName.Default)
        {
            return Error.Conflict(
                "strategy.default",
                "The default strategy cannot be removed: it is for every library that no other wants.");
        }

        if (!strategies.Remove(command.Name))
        {
            return Error.NotFound(
                "strategy.not_found", $"There is no strategy '{command.Name}'. See which there are with 'strategies'.");
        }

        await events.PublishAsync(new StrategyRemoved(command.Name), cancellationToken);
        return Result.Success;
    }
}
