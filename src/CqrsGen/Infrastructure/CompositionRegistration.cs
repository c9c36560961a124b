using Microsoft.Extensions.Configuration;

namespace CqrsGen.Infrastructure;

/// <summary>What the calls of <c>AddCqrsGen</c> on one service collection add up to.</summary>
internal sealed class CompositionRegistration
{
    public CompositionPlan Plan { get; } = new();

    public List<Action<CqrsGenOptions>> Configure { get; } = [];

    public Composition Build(IServiceProvider services)
    {
        var options = new CqrsGenOptions();
        foreach (var configure in Configure)
        {
            configure(options);
        }

        var section = (services.GetService(typeof(IConfiguration)) as IConfiguration)?.GetSection("CqrsGen");
        options.Complete(section);
        return new Composition(services, Plan, options);
    }
}
