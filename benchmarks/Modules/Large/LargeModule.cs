using CqrsGen;
using Microsoft.Extensions.DependencyInjection;

[assembly: BuiltInMiddleware(BuiltIn.None)]

namespace CqrsGen.Benchmarks.Large;

/// <summary>1000 messages with a singleton handler each, composed by themselves.</summary>
public static class LargeModule
{
    public static IServiceCollection AddLarge(this IServiceCollection services) => services.AddCqrsGen();

    /// <summary>One of each message.</summary>
    public static ICommand<Answer>[] All() => Catalog.All();

    public static ICommand<Answer> One() => new Large7();
}
