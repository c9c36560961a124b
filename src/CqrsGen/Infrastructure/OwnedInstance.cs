namespace CqrsGen.Infrastructure;

/// <summary>
/// Makes the service container dispose an instance that generated code made. Registered as transient, and resolved
/// after the instance and its services were made, so that the container disposes the instance before them.
/// </summary>
internal sealed class OwnedInstance : IDisposable, IAsyncDisposable
{
    public object? Instance { get; set; }

    /// <summary>The dispatcher that would go on calling the instance; null where something else ends it.</summary>
    public Dispatcher? Dispatcher { get; set; }

    public static ValueTask DisposeAsync(object instance)
    {
        if (instance is IAsyncDisposable asynchronous)
        {
            return asynchronous.DisposeAsync();
        }

        ((IDisposable)instance).Dispose();
        return default;
    }

    /// <exception cref="InvalidOperationException">The instance is only <see cref="IAsyncDisposable"/>.</exception>
    public static void Dispose(object instance)
    {
        if (instance is not IDisposable disposable)
        {
            throw new InvalidOperationException(
                $"{TypeNames.Full(instance.GetType())} implements only IAsyncDisposable. Dispose its scope " +
                "asynchronously: await using var scope = provider.CreateAsyncScope().");
        }

        disposable.Dispose();
    }

    public void Dispose()
    {
        if (Take() is { } instance)
        {
            Dispose(instance);
        }
    }

    public ValueTask DisposeAsync() => Take() is { } instance ? DisposeAsync(instance) : default;

    private object? Take()
    {
        Dispatcher?.Close(); // A service that is disposed after it may still send.
        var instance = Instance;
        Instance = null;
        return instance;
    }
}
