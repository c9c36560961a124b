namespace CqrsGen.Infrastructure;

/// <summary>What a container hands to the factory of a transient service.</summary>
internal sealed class ProviderProbe(IServiceProvider provider)
{
    public IServiceProvider Provider { get; } = provider;
}
