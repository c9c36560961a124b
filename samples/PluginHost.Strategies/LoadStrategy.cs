namespace PluginHost.Strategies;

/// <summary>How a library is loaded.</summary>
/// <param name="Name">The name of the strategy.</param>
/// <param name="Pattern">The file names that it is for, with <c>*</c> and <c>?</c>.</param>
/// <param name="Binding">When the library's functions are bound.</param>
/// <param name="Visibility">Who sees its symbols.</param>
/// <param name="Priority">How urgent its load is when the command does not say.</param>
public sealed record LoadStrategy(
    StrategyName Name, string Pattern, Binding Binding, Visibility Visibility, LoadPriority Priority);
