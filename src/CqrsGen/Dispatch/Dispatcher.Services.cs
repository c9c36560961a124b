using System.ComponentModel;
using CqrsGen.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen;

/// <content>The services that generated code takes from the scope.</content>
public sealed partial class Dispatcher
{
    /// <summary>A service that a handler, middleware or validator needs.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <returns>The service of this scope.</returns>
    /// <exception cref="CqrsConfigurationException">It is not registered. The message says who needs it.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public T Required<T>()
        where T : notnull => Services.GetService(typeof(T)) is { } service
            ? (T)service
            : throw MissingService.Of(Composition, typeof(T), null);

    /// <summary>A keyed service that a handler, middleware or validator needs.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="key">Its key.</param>
    /// <returns>The service of this scope.</returns>
    /// <exception cref="CqrsConfigurationException">It is not registered. The message says who needs it.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public T Required<T>(object key)
        where T : notnull => Services.GetKeyedService<T>(key)
            ?? throw MissingService.Of(Composition, typeof(T), key);
}
