using Microsoft.Extensions.Configuration;

namespace CqrsGen.Infrastructure;

/// <summary>What the calls of <c>AddCqrsGen</c> on one service collection add up to.</summary>
internal sealed class CompositionRegistration
{
    private const string SectionName = "CqrsGen";

    public CompositionPlan Plan { get; } = new();

    public List<Action<CqrsGenOptions>> Configure { get; } = [];

    /// <summary>The configuration that was passed on; null takes the container's, where there is one.</summary>
    public IConfiguration? Configuration { get; set; }

    public Composition Build(IServiceProvider services)
    {
        var options = new CqrsGenOptions();
        foreach (var configure in Configure)
        {
            configure(options);
        }

        var problems = new List<string>();
        var configuration = Configuration ?? services.GetService(typeof(IConfiguration)) as IConfiguration;
        options.Complete(SectionOf(configuration), problems);
        var composition = new Composition(services, Plan, options);
        MessageNameCheck.Check(
            "CqrsGen:Timeouts:Messages", options.Timeouts.Messages.Keys, composition.Tables, problems);
        Plan.CheckReplacements(composition.Tables, problems);
        if (problems.Count > 0)
        {
            composition.Check(problems); // So that a wrong option does not hide a missing service.
            throw new CqrsConfigurationException(problems);
        }

        return composition;
    }

    /// <summary>The section of a whole configuration; the section itself may be given too.</summary>
    private static IConfigurationSection? SectionOf(IConfiguration? configuration) =>
        configuration is IConfigurationSection section
            && string.Equals(section.Key, SectionName, StringComparison.OrdinalIgnoreCase)
            ? section
            : configuration?.GetSection(SectionName);
}
