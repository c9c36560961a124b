using CqrsGen;
using PluginHost.Native;
using PluginHost.Plugins;
using PluginHost.Strategies;

namespace PluginHost.Loading;

/// <summary>Looks at files and loads libraries, on the threads of the pool: both may block.</summary>
[Singleton]
internal sealed class PluginLoader(
    INativeLoader loader, PriorityWorkerPool pool, PoolOptions options, TimeProvider time)
{
    /// <summary>Loads a library.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; a library that still comes is freed.</exception>
    public Task<Result<LoadedLibrary>> LoadAsync(
        string path,
        LoadStrategy strategy,
        LoadPriority priority,
        TimeSpan timeout,
        CancellationToken cancellationToken) =>
        RunAsync(path, () => Load(path, strategy), static late => late.Dispose(), priority, timeout, cancellationToken);

    /// <summary>Looks at the file without loading it.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Result> ValidateAsync(
        string path, LoadPriority priority, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var outcome = await RunAsync(
            path,
            () => WhyNotLoadable(path) is { } error ? Result<Unit>.Failure(error) : default(Unit),
            static _ => { },
            priority,
            timeout,
            cancellationToken);
        return outcome.Bind(static _ => Result.Success);
    }

    private async Task<Result<T>> RunAsync<T>(
        string path,
        Func<Result<T>> work,
        Action<T> discard,
        LoadPriority priority,
        TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        try
        {
            return pool.TryRun(work, Discard, priority, timeout, cancellationToken, out var result)
                ? await result
                : PluginErrors.QueueFull(options.QueueLength);
        }
        catch (TimeoutException)
        {
            return PluginErrors.TimedOut(path, timeout);
        }
        catch (ObjectDisposedException)
        {
            return PluginErrors.ShuttingDown();
        }

        void Discard(Result<T> late)
        {
            if (late.IsSuccess)
            {
                discard(late.Value);
            }
        }
    }

    private Result<LoadedLibrary> Load(string path, LoadStrategy strategy)
    {
        if (WhyNotLoadable(path) is { } error)
        {
            return error;
        }

        bool wasMapped = MappedFile.Find(path) is { Bytes: > 0 };
        long start = time.GetTimestamp();
        LibraryHandle handle;
        try
        {
            handle = new LibraryHandle(loader, loader.Load(path, strategy.Binding, strategy.Visibility));
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            return PluginErrors.LoadFailed(path, exception);
        }

        var loadTime = time.GetElapsedTime(start);
        try
        {
            return Describe(path, handle, wasMapped, loadTime);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static LoadedLibrary Describe(string path, LibraryHandle handle, bool wasMapped, TimeSpan loadTime)
    {
        var mapped = MappedFile.Find(path);
        long size = new FileInfo(path).Length;
        var (type, versions) = VersionProbe.Probe(handle.DangerousGetHandle(), path, mapped);
        return new LoadedLibrary(handle)
        {
            Type = type,
            Versions = versions,
            Size = size,
            BytesMapped = mapped?.Bytes ?? size,
            WasMapped = wasMapped,
            LoadTime = loadTime,
        };
    }

    private static Error? WhyNotLoadable(string path)
    {
        try
        {
            return LibraryHeader.WhyNotLoadable(path) is { } why ? PluginErrors.NotALibrary(path, why) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return PluginErrors.NotReadable(path, exception);
        }
    }
}
