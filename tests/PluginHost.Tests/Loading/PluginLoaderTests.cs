using CqrsGen;
using PluginHost.Loading;
using PluginHost.Strategies;
using PluginHost.Tests.Kit;

namespace PluginHost.Tests.Loading;

public sealed class PluginLoaderTests : IDisposable
{
    private static readonly LoadStrategy Lazy =
        new(StrategyName.Default, "*", Binding.Lazy, Visibility.Local, LoadPriority.Normal);

    private readonly ManualTime _time = new();
    private readonly FakeLoader _system = new();
    private readonly TemporaryDirectory _directory = new();
    private readonly PriorityWorkerPool _pool;
    private readonly PluginLoader _loader;

    public PluginLoaderTests()
    {
        var options = new PoolOptions { Workers = 1, QueueLength = 1 };
        _pool = new PriorityWorkerPool(options, _time);
        _loader = new PluginLoader(_system, _pool, options, _time);
    }

    public void Dispose()
    {
        _system.Gate.Set();
        _pool.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task ALoadedLibraryIsDescribedAndFreedOnce()
    {
        var library = (await LoadAsync()).Value;
        library.Size.ShouldBe(new FileInfo(Libraries.OfDotNet).Length);
        library.BytesMapped.ShouldBeGreaterThan(0);
        _system.Open.ShouldBe(1);
        library.Dispose();
        library.Dispose();
        _system.Open.ShouldBe(0);
    }

    [LinuxFact]
    public async Task ALibraryThatDotNetUsesWasMappedBefore()
    {
        string copy = Path.Combine(_directory.Path, "libcopy.so");
        File.Copy(Libraries.OfDotNet, copy);
        using var used = (await LoadAsync()).Value;
        using var fresh = (await LoadAsync(copy)).Value;
        used.WasMapped.ShouldBeTrue();
        fresh.WasMapped.ShouldBeFalse();
    }

    [Fact]
    public async Task TheStrategyReachesTheSystem()
    {
        using var library = (await LoadAsync(strategy: Lazy with
        {
            Binding = Binding.Now,
            Visibility = Visibility.Global,
        })).Value;
        _system.Loads.ShouldBe([(Binding.Now, Visibility.Global)]);
    }

    [Fact]
    public async Task ALoadThatTimesOutIsFreedWhenItEnds()
    {
        _system.Gate.Reset();
        var load = LoadAsync(timeout: TimeSpan.FromSeconds(3));
        _system.Began.Wait(Eventually.Patience).ShouldBeTrue();
        _time.Advance(TimeSpan.FromSeconds(3));

        var error = (await load).Error!;
        error.Category.ShouldBe(ErrorCategory.Timeout);
        error.Message.ShouldContain("longer than 3 s");
        await AssertIsFreedLateAsync();
    }

    [Fact]
    public async Task ALoadThatIsCancelledIsFreedWhenItEnds()
    {
        _system.Gate.Reset();
        using var cancellation = new CancellationTokenSource();
        var load = LoadAsync(cancellationToken: cancellation.Token);
        _system.Began.Wait(Eventually.Patience).ShouldBeTrue();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(load);
        await AssertIsFreedLateAsync();
    }

    [Fact]
    public async Task AFullQueueIsAnErrorResult()
    {
        _system.Gate.Reset();
        var running = LoadAsync();
        _system.Began.Wait(Eventually.Patience).ShouldBeTrue();
        var waiting = LoadAsync();
        (await LoadAsync()).Error!.Code.ShouldBe("plugin.queue_full");
        _system.Gate.Set();
        (await running).Value.Dispose();
        (await waiting).Value.Dispose();
    }

    [Fact]
    public async Task WhatTheSystemRefusesIsAnErrorResult()
    {
        _system.Failure = new DllNotFoundException("General advice.\nlibx.so: undefined symbol: y\n");
        var error = (await LoadAsync()).Error!;
        error.Code.ShouldBe("plugin.load_failed");
        error.Message.ShouldEndWith(": libx.so: undefined symbol: y");
        error.Cause.ShouldBe(_system.Failure);
    }

    [Fact]
    public async Task AFileThatIsNoLibraryNeverReachesTheSystem()
    {
        var error = (await LoadAsync(_directory.Write("libtext.so", "text"))).Error!;
        error.Category.ShouldBe(ErrorCategory.Validation);
        error.Message.ShouldContain("it is a text file");
        _system.Began.IsSet.ShouldBeFalse();
    }

    [Fact]
    public async Task AFileThatIsGoneIsAnErrorResult() =>
        (await LoadAsync(Path.Combine(_directory.Path, "none"))).Error!.Code.ShouldBe("plugin.not_readable");

    [Fact]
    public async Task AClosedPoolIsAnErrorResult()
    {
        _pool.Dispose();
        (await LoadAsync()).Error!.Code.ShouldBe("plugin.shutting_down");
    }

    [Fact]
    public async Task ValidatingLoadsNothing()
    {
        (await ValidateAsync(Libraries.OfDotNet)).IsSuccess.ShouldBeTrue();
        (await ValidateAsync(_directory.Write("libtext.so", "text"))).Error!.Code.ShouldBe("plugin.not_a_library");
        _system.Began.IsSet.ShouldBeFalse();
    }

    private async Task AssertIsFreedLateAsync()
    {
        _system.Loads.ShouldBeEmpty();
        _system.Gate.Set();
        await Eventually.ShouldBeTrueAsync(() => _system.Loads.Count == 1 && _system.Open == 0);
    }

    private Task<Result<LoadedLibrary>> LoadAsync(
        string? path = null,
        LoadStrategy? strategy = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        _loader.LoadAsync(
            path ?? Libraries.OfDotNet,
            strategy ?? Lazy,
            LoadPriority.Normal,
            timeout ?? TimeSpan.FromHours(1),
            cancellationToken);

    private Task<Result> ValidateAsync(string path) =>
        _loader.ValidateAsync(path, LoadPriority.Normal, TimeSpan.FromHours(1), CancellationToken.None);
}
