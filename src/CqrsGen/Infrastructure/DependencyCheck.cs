using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Infrastructure;

/// <summary>Collects what handlers and middleware need and the container does not have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DependencyCheck
{
    private readonly IServiceProviderIsService _services;
    private readonly List<string> _missing;

    internal DependencyCheck(IServiceProviderIsService services, List<string> missing)
    {
        _services = services;
        _missing = missing;
    }

    /// <summary>Reports the service unless it is registered.</summary>
    /// <param name="service">The service.</param>
    /// <param name="consumer">The handlers and middleware that need it, for the message.</param>
    public void Require(Type service, string consumer)
    {
        if (!_services.IsService(service))
        {
            _missing.Add(
                $"{service} is not registered. Register it in the service collection. Needed by: {consumer}.");
        }
    }

    /// <summary>Reports the keyed service unless it is registered.</summary>
    /// <param name="service">The service.</param>
    /// <param name="key">Its key.</param>
    /// <param name="consumer">The handlers and middleware that need it, for the message.</param>
    public void RequireKeyed(Type service, object key, string consumer)
    {
        if (_services is IServiceProviderIsKeyedService keyed && !keyed.IsKeyedService(service, key))
        {
            _missing.Add(
                $"{service} is not registered with the key '{key}'. Register it in the service collection. " +
                $"Needed by: {consumer}.");
        }
    }
}
