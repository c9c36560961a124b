using Autofac;
using Autofac.Extensions.DependencyInjection;

namespace CqrsGen.IntegrationTests.Kit;

/// <summary>The containers that every application may choose from, by name.</summary>
internal static class Containers
{
    public static TheoryData<string> Names =>
        ["Microsoft", "Microsoft, strict", "Autofac", "Wrapped", "Wrapped, strict"];

    public static IServiceProvider Build(string name, Action<IServiceCollection>? add = null)
    {
        var services = App.Services(add);
        if (name == "Autofac")
        {
            var builder = new ContainerBuilder();
            builder.Populate(services);
            return new AutofacServiceProvider(builder.Build());
        }

        if (name.StartsWith("Wrapped", StringComparison.Ordinal))
        {
            WrapProviders(services);
        }

        return services.BuildServiceProvider(name.EndsWith("strict", StringComparison.Ordinal));
    }

    /// <summary>Lets every factory have a provider of its own.</summary>
    private static void WrapProviders(IServiceCollection services)
    {
        for (int index = 0; index < services.Count; index++)
        {
            if (services[index] is { IsKeyedService: false, ImplementationFactory: { } factory } descriptor)
            {
                services[index] = new ServiceDescriptor(
                    descriptor.ServiceType, provider => factory(new Wrapper(provider)), descriptor.Lifetime);
            }
        }
    }

    private sealed class Wrapper(IServiceProvider inner) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(IServiceProvider) ? this : inner.GetService(serviceType);
    }
}
