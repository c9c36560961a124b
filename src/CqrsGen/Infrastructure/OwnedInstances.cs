namespace CqrsGen.Infrastructure;

/// <summary>What a scope or container made and must dispose, last made first.</summary>
/// <remarks>
/// An instance is handed to the service container where it takes it (<see cref="OwnedInstance"/>): containers dispose
/// in the reverse order of creation, and only so is a handler disposed before the services that it was made with.
/// </remarks>
internal sealed class OwnedInstances
{
    private List<object>? _instances;

    /// <summary>Takes an instance; one that is not disposable is passed over.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="services">The services of the scope that the instance belongs to; null for none.</param>
    /// <param name="dispatcher">The scope's dispatcher, which ends with the instance; null for the root's.</param>
    /// <exception cref="ObjectDisposedException">The scope is ending; the instance will be disposed.</exception>
    public void Add(object instance, IServiceProvider? services = null, Dispatcher? dispatcher = null)
    {
        if (instance is not (IDisposable or IAsyncDisposable))
        {
            return;
        }

        OwnedInstance? owned;
        try
        {
            owned = services?.GetService(typeof(OwnedInstance)) as OwnedInstance;
        }
        catch
        {
            (_instances ??= []).Add(instance); // The container ends just now, and disposes this list in its turn.
            throw;
        }

        if (owned is not null)
        {
            owned.Instance = instance;
            owned.Dispatcher = dispatcher;
        }
        else
        {
            (_instances ??= []).Add(instance);
        }
    }

    /// <summary>Disposes everything, asynchronously where the instance can.</summary>
    public async ValueTask DisposeAsync()
    {
        List<Exception>? failures = null;
        while (TryTake(out var instance))
        {
            try
            {
                await OwnedInstance.DisposeAsync(instance).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Failures.Add(ref failures, exception); // One failing Dispose must not keep the others from theirs.
            }
        }

        Failures.Throw(failures ?? []);
    }

    /// <summary>Disposes everything synchronously.</summary>
    /// <exception cref="InvalidOperationException">An instance is only <see cref="IAsyncDisposable"/>.</exception>
    public void Dispose()
    {
        List<Exception>? failures = null;
        while (TryTake(out var instance))
        {
            try
            {
                OwnedInstance.Dispose(instance);
            }
            catch (Exception exception)
            {
                Failures.Add(ref failures, exception);
            }
        }

        Failures.Throw(failures ?? []);
    }

    private bool TryTake(out object instance)
    {
        if (_instances is not { Count: > 0 } instances)
        {
            instance = null!;
            return false;
        }

        instance = instances[^1];
        instances.RemoveAt(instances.Count - 1);
        return true;
    }
}
