using CqrsGen;
using PluginHost.Loading;
using PluginHost.Native;
using PluginHost.Plugins;
using PluginHost.Strategies;
using PluginHost.Tests.Kit;

namespace PluginHost.Tests.Host;

/// <summary>The whole host in this process: real messages, real handlers, real libraries.</summary>
public sealed class HostSessionTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private HostSession _host = null!;

    public async Task InitializeAsync() =>
        _host = await HostSession.StartAsync(
            new HostOptions { SearchPath = [_directory.Path], Pool = new PoolOptions { QueueLength = 2 } },
            CancellationToken.None);

    public async Task DisposeAsync()
    {
        await _host.UnloadAllAsync();
        await _host.DisposeAsync();
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task ALoadedPluginIsToldAboutAndAnswersQueries()
    {
        string path = CopyLibrary("libone.so.1");
        var id = await LoadAsync("one");

        id.Value.ShouldBe("libone");
        var plugin = (await _host.Bus.QueryAsync(new GetPluginInfo(id)))!;
        plugin.Path.ShouldBe(path);
        plugin.Strategy.ShouldBe(StrategyName.Default);
        plugin.Size.ShouldBe(new FileInfo(path).Length);
        Events<StrategyChosen>().ShouldHaveSingleItem().FileName.ShouldBe("libone.so.1");
        var loaded = Events<PluginLoaded>().ShouldHaveSingleItem();
        loaded.ShouldBe(new PluginLoaded(id, path, plugin.LoadedAt, plugin.LoadTime, plugin.BytesMapped));
    }

    [LinuxFact]
    public async Task AnUnloadedPluginLeavesNothingInTheProcess()
    {
        string path = CopyLibrary("libone.so");
        var id = await LoadAsync(path);
        MappedFile.Find(path)!.Bytes.ShouldBeGreaterThan(0);
        (await _host.Bus.SendAsync(new UnloadPlugin(id))).ShouldBe(Result.Success);
        MappedFile.Find(path)!.Bytes.ShouldBe(0);
        (await _host.Bus.QueryAsync(new GetPluginInfo(id))).ShouldBeNull();
        Events<PluginUnloaded>().ShouldHaveSingleItem().Reason.ShouldBe(UnloadReason.Requested);
    }

    [Fact]
    public async Task ValidatingOnlyLoadsAndPublishesNothing()
    {
        CopyLibrary("libone.so");
        var outcome = await _host.Bus.SendAsync(new LoadPlugin("one") { ValidateOnly = true });
        outcome.Value.Value.ShouldBe("libone");
        (await _host.Bus.QueryAsync(new ListLoadedPlugins())).ShouldBeEmpty();
        _host.Journal.Entries.ShouldBeEmpty();
        await LoadAsync("one");
    }

    [Fact]
    public async Task ValidatingOnlyFindsWhatIsWrong()
    {
        string text = _directory.Write("libtext.so", "text");
        var outcome = await _host.Bus.SendAsync(new LoadPlugin(text) { ValidateOnly = true });
        outcome.Error!.Code.ShouldBe("plugin.not_a_library");
    }

    [Fact]
    public async Task ASecondLoadOfAFileIsRefusedWhateverItsName()
    {
        string path = CopyLibrary("libone.so");
        string link = Path.Combine(_directory.Path, "liblink.so");
        File.CreateSymbolicLink(link, path);
        await LoadAsync(path);
        (await _host.Bus.SendAsync(new LoadPlugin(link))).Error!.Code.ShouldBe("plugin.already_loaded");
    }

    [Fact]
    public async Task UnloadingWhatIsInUseNeedsForceWhichTheEventTells()
    {
        CopyLibrary("libone.so");
        var id = await LoadAsync("one");
        var lease = (await _host.Bus.SendAsync(new HoldPlugin(id))).Value;
        (await _host.Bus.SendAsync(new UnloadPlugin(id))).Error!.Category.ShouldBe(ErrorCategory.Conflict);
        (await _host.Bus.SendAsync(new UnloadPlugin(id, Force: true))).IsSuccess.ShouldBeTrue();
        Events<PluginUnloaded>().ShouldHaveSingleItem().Reason.ShouldBe(UnloadReason.Forced);
        (await _host.Bus.SendAsync(new ReleasePlugin(lease))).Error!.Code.ShouldBe("plugin.unknown_lease");
    }

    [Fact]
    public async Task ForceThatIsNotNeededIsARequest()
    {
        CopyLibrary("libone.so");
        var id = await LoadAsync("one");
        (await _host.Bus.SendAsync(new UnloadPlugin(id, Force: true))).IsSuccess.ShouldBeTrue();
        Events<PluginUnloaded>().ShouldHaveSingleItem().Reason.ShouldBe(UnloadReason.Requested);
    }

    [Fact]
    public async Task TheEndUnloadsInReverseOrder()
    {
        CopyLibrary("libone.so");
        CopyLibrary("libtwo.so");
        var one = await LoadAsync("one");
        var two = await LoadAsync("two");
        await _host.UnloadAllAsync();
        Events<PluginUnloaded>().Select(static unloaded => (unloaded.Id, unloaded.Reason))
            .ShouldBe([(two, UnloadReason.Shutdown), (one, UnloadReason.Shutdown)]);
    }

    [Fact]
    public async Task TheListIsFilteredAndPaged()
    {
        CopyLibrary("liba.so");
        CopyLibrary("libb.so");
        CopyLibrary("libc.so");
        foreach (string name in (string[])["a", "b", "c"])
        {
            await LoadAsync(name);
        }

        (await IdsAsync(new ListLoadedPlugins())).ShouldBe(["liba", "libb", "libc"]);
        (await IdsAsync(new ListLoadedPlugins { Offset = 1, Limit = 1 })).ShouldBe(["libb"]);
        (await IdsAsync(new ListLoadedPlugins { Type = PluginType.Database })).ShouldBeEmpty();
        (await IdsAsync(new ListLoadedPlugins { Type = PluginType.Other, Offset = 2 })).ShouldBe(["libc"]);
    }

    [Fact]
    public async Task EveryInvalidMemberIsNamed()
    {
        var query = new ListLoadedPlugins { Limit = 0, Offset = -1 };
        var exception = await Should.ThrowAsync<ValidationFailedException>(
            async () => await _host.Bus.QueryAsync(query));
        exception.Error.Failures.Select(static failure => failure.Member).ShouldBe(["Limit", "Offset"]);

        await Should.ThrowAsync<ValidationFailedException>(
            async () => await _host.Bus.SendAsync(new LoadPlugin("one") { TimeoutSeconds = 0 }));
    }

    [Fact]
    public async Task AStrategyDecidesHowALibraryIsLoaded()
    {
        CopyLibrary("libone.so");
        var strategy = await _host.Bus.SendAsync(
            new RegisterStrategy("eager", "libone*") { Binding = Binding.Now, Priority = LoadPriority.High });
        strategy.Value.Value.ShouldBe("eager");
        var id = await LoadAsync("one");
        (await _host.Bus.QueryAsync(new GetPluginInfo(id)))!.Strategy.ShouldBe(strategy.Value);
        (await _host.Bus.QueryAsync(new ListStrategies()))
            .Select(static use => (use.Strategy.Name.Value, use.Loads)).ShouldBe([("eager", 1), ("default", 0)]);
    }

    [Fact]
    public async Task StrategiesAreAddedAndRemovedOnce()
    {
        var add = new RegisterStrategy("eager", "*");
        (await _host.Bus.SendAsync(add)).IsSuccess.ShouldBeTrue();
        (await _host.Bus.SendAsync(add)).Error!.Code.ShouldBe("strategy.exists");
        var name = new StrategyName("eager");
        (await _host.Bus.SendAsync(new RemoveStrategy(name))).IsSuccess.ShouldBeTrue();
        (await _host.Bus.SendAsync(new RemoveStrategy(name))).Error!.Code.ShouldBe("strategy.not_found");
        (await _host.Bus.SendAsync(new RemoveStrategy(StrategyName.Default))).Error!.Code.ShouldBe("strategy.default");
        _host.Journal.Entries.Select(static entry => entry.Event.GetType())
            .ShouldBe([typeof(StrategyRegistered), typeof(StrategyRemoved)]);
    }

    [Fact]
    public async Task AFullQueueIsAnErrorResult()
    {
        // Two threads and two places: more than four loads of the same moment find no room, unless some end first.
        // Named pipes make sure that none does.
        var loads = await StartLoadsOfPipesAsync(count: 5);
        var outcomes = await Task.WhenAll(loads);
        outcomes.Count(static outcome => outcome.Error!.Code == "plugin.queue_full").ShouldBe(1);
        outcomes.Count(static outcome => outcome.Error!.Code == "plugin.load_timeout").ShouldBe(4);
        _host.Journal.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task MetricsFollowWhatHappens()
    {
        CopyLibrary("libone.so");
        CopyLibrary("libtwo.so");
        var one = await LoadAsync("one");
        await LoadAsync("two");
        long perPlugin = (await _host.Bus.QueryAsync(new GetPluginInfo(one)))!.BytesMapped;
        await _host.Bus.SendAsync(new UnloadPlugin(one));

        Measured("pluginhost.plugins.loaded").ShouldBe((2, 2));
        Measured("pluginhost.plugins.unloaded", "reason=requested").ShouldBe((1, 1));
        Measured("pluginhost.mapped").ShouldBe((3, perPlugin));
        Measured("pluginhost.load.duration").Count.ShouldBe(2);
        Measured("cqrs.commands", "message=LoadPlugin outcome=ok").ShouldBe((2, 2));
    }

    private (long Count, double Sum) Measured(string instrument, string tags = "")
    {
        var measurement = _host.Metrics.Measurements
            .Single(measurement => measurement.Instrument == instrument && measurement.Tags == tags);
        return (measurement.Count, measurement.Sum);
    }

    private async Task<IEnumerable<Task<Result<PluginId>>>> StartLoadsOfPipesAsync(int count)
    {
        var loads = new List<Task<Result<PluginId>>>();
        for (int index = 0; index < count; index++)
        {
            string pipe = await NamedPipe.CreateAsync(_directory, $"pipe{index}");
            loads.Add(_host.Bus.SendAsync(new LoadPlugin(pipe) { TimeoutSeconds = 0.5 }).AsTask());
        }

        return loads;
    }

    private async Task<PluginId> LoadAsync(string path) => (await _host.Bus.SendAsync(new LoadPlugin(path))).Value;

    private async Task<IEnumerable<string>> IdsAsync(ListLoadedPlugins query) =>
        (await _host.Bus.QueryAsync(query)).Select(static plugin => plugin.Id.Value);

    private T[] Events<T>() => [.. _host.Journal.Entries.Select(static entry => entry.Event).OfType<T>()];

    private string CopyLibrary(string name)
    {
        string path = Path.Combine(_directory.Path, name);
        File.Copy(Libraries.OfDotNet, path);
        return path;
    }
}
