using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Benchmarks.Default;

/// <summary>A module as a project is after its first minute: every built-in middleware on.</summary>
public static class DefaultModule
{
    public static IServiceCollection AddDefault(this IServiceCollection services) => services.AddCqrsGen();
}

public sealed class Placed
{
    public static readonly Placed Instance = new();
}

/// <summary>Nothing to check.</summary>
[Command]
public sealed partial record Place(string Customer) : ICommand<Placed>;

public sealed class PlaceHandler : ICommandHandler<Place, Placed>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<Placed> HandleAsync(Place command, CancellationToken cancellationToken) => new(Placed.Instance);
}

/// <summary>Two members to check.</summary>
[Command]
public sealed partial record PlaceChecked(
    [property: Required, StringLength(50)] string Customer, [property: Range(1, 100)] int Count) : ICommand<Placed>;

public sealed class PlaceCheckedHandler : ICommandHandler<PlaceChecked, Placed>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<Placed> HandleAsync(PlaceChecked command, CancellationToken cancellationToken) =>
        new(Placed.Instance);
}
