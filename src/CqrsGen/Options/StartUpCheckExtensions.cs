using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>Checks an application without starting a host.</summary>
public static class StartUpCheckExtensions
{
    /// <summary>
    /// Does what a host does when it starts: checks the options, and that every service is registered which handlers,
    /// middleware and validators need. Nothing is made and nothing is sent.
    /// </summary>
    /// <param name="services">The container, after <c>AddCqrsGen</c>.</param>
    /// <exception cref="CqrsConfigurationException">Something is wrong; it holds every problem.</exception>
    public static void CheckCqrsGen(this IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.GetService(typeof(Composition)) is not Composition composition)
        {
            throw new CqrsConfigurationException(
                ["The container has no CqrsGen. Call AddCqrsGen on the services that it is built from."]);
        }

        StartUpCheck.Run(composition);
    }
}
