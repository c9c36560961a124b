using CqrsGen;
using Microsoft.Extensions.DependencyInjection;

[assembly: BuiltInMiddleware(BuiltIn.None)]

namespace CqrsGen.Benchmarks.Small;

/// <summary>10 messages with a singleton handler each, composed by themselves.</summary>
public static class SmallModule
{
    public static IServiceCollection AddSmall(this IServiceCollection services) => services.AddCqrsGen();

    /// <summary>One of each message.</summary>
    public static ICommand<Answer>[] All() => Catalog.All();

    public static ICommand<Answer> One() => new Small7();
}
