namespace CqrsGen.Infrastructure;

/// <summary>What a scope or container made and must dispose, last made first.</summary>
internal sealed class OwnedInstances
{
    private List<object>? _instances;

    /// <summary>Takes an instance; one that is not disposable is passed over.</summary>
    public void Add(object instance)
    {
        if (instance is IDisposable or IAsyncDisposable)
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
                if (instance is IAsyncDisposable asynchronous)
                {
                    await asynchronous.DisposeAsync().ConfigureAwait(false);
                }
                else
                {
                    ((IDisposable)instance).Dispose();
                }
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
                if (instance is not IDisposable disposable)
                {
                    throw new InvalidOperationException(
                        $"{instance.GetType()} implements only IAsyncDisposable. Dispose its scope asynchronously: " +
                        "await using var scope = provider.CreateAsyncScope().");
                }

                disposable.Dispose();
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
