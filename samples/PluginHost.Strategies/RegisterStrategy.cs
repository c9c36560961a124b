using System.ComponentModel.DataAnnotations;
using CqrsGen;

namespace PluginHost.Strategies;

/// <summary>Adds a strategy. It goes before those that are there.</summary>
/// <param name="Name">Its name, which must be new.</param>
/// <param name="Pattern">The file names that it is for, with <c>*</c> and <c>?</c>.</param>
[Command]
public sealed partial record RegisterStrategy(
    [Required, StringLength(40)] string Name,
    [Required, StringLength(200)] string Pattern) : ICommand<Result<StrategyName>>
{
    public Binding Binding { get; init; } = Binding.Lazy;

    public Visibility Visibility { get; init; } = Visibility.Local;

    public LoadPriority Priority { get; init; } = LoadPriority.Normal;
}
