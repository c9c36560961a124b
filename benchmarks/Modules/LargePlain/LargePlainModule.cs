using CqrsGen;
using Microsoft.Extensions.DependencyInjection;

[assembly: BuiltInMiddleware(BuiltIn.None)]

namespace CqrsGen.Benchmarks.LargePlain;

/// <summary>1000 messages with a singleton handler each, composed by themselves.</summary>
public static class LargePlainModule
{
    public static IServiceCollection AddLargePlain(this IServiceCollection services) => services.AddCqrsGen();

    /// <summary>One of each message.</summary>
    public static ICommand<Answer>[] All() => Catalog.All();

    public static ICommand<Answer> One() => new LargePlain7();
}
