using CqrsGen;
using PluginHost.Loading;
using PluginHost.Native;
using PluginHost.Plugins;
using PluginHost.Strategies;
using PluginHost.Tests.Kit;

namespace PluginHost.Tests.Loading;

public sealed class PluginRegistryTests : IDisposable
{
    private readonly FakeLoader _system = new();
    private readonly PluginRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public void IdsComeFromFileNamesAndAreUnique()
    {
        Add("/a/libz.so.1").Value.ShouldBe("libz");
        Add("/b/libz.so.2").Value.ShouldBe("libz-2");
        _registry.Reserve("/c/libz.so").Value.Id.Value.ShouldBe("libz-3");
        Add("/d/libz.so").Value.ShouldBe("libz-4");
    }

    [Fact]
    public void APathIsLoadedOnce()
    {
        Add("/a/libz.so");
        var error = _registry.Reserve("/a/libz.so").Error!;
        error.Category.ShouldBe(ErrorCategory.Conflict);
        error.Message.ShouldContain("as 'libz'");
    }

    [Fact]
    public void APathThatIsBeingLoadedIsNotLoadedAgain()
    {
        var reservation = _registry.Reserve("/a/libz.so").Value;
        _registry.Reserve("/a/libz.so").Error!.Code.ShouldBe("plugin.already_loading");
        reservation.Dispose();
        _registry.Reserve("/a/libz.so").IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void DisposingACommittedReservationChangesNothing()
    {
        var reservation = _registry.Reserve("/a/libz.so").Value;
        Commit(reservation).ShouldBeTrue();
        reservation.Dispose();
        _registry.Find(reservation.Id).ShouldNotBeNull();
    }

    [Fact]
    public void UnloadingFreesTheLibraryAndItsPath()
    {
        var id = Add("/a/libz.so");
        _registry.Unload(id, force: false).Value.Id.ShouldBe(id);
        _system.Open.ShouldBe(0);
        _registry.All.ShouldBeEmpty();
        Add("/a/libz.so").ShouldBe(id);
    }

    [Fact]
    public void APluginInUseStaysUntilTheLastLeaseIsGivenBack()
    {
        var id = Add("/a/libz.so");
        var first = _registry.Hold(id).Value;
        var second = _registry.Hold(id).Value;
        _registry.Find(id)!.Leases.ShouldBe(2);
        _registry.Unload(id, force: false).Error!.Message.ShouldContain("(2 leases)");
        _registry.Release(first).IsSuccess.ShouldBeTrue();
        _registry.Unload(id, force: false).Error!.Message.ShouldContain("(1 lease)");
        _system.Open.ShouldBe(1);
        _registry.Release(second).IsSuccess.ShouldBeTrue();
        _registry.Unload(id, force: false).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void ForceEndsTheLeases()
    {
        var id = Add("/a/libz.so");
        var lease = _registry.Hold(id).Value;
        _registry.Unload(id, force: true).Value.Leases.ShouldBe(1);
        _system.Open.ShouldBe(0);
        Add("/a/libz.so").ShouldBe(id);
        _registry.Release(lease).Error!.Code.ShouldBe("plugin.unknown_lease");
        _registry.Find(id)!.Leases.ShouldBe(0);
    }

    [Fact]
    public void ALeaseIsGivenBackOnce()
    {
        var lease = _registry.Hold(Add("/a/libz.so")).Value;
        _registry.Release(lease).IsSuccess.ShouldBeTrue();
        _registry.Release(lease).Error!.Category.ShouldBe(ErrorCategory.NotFound);
    }

    [Fact]
    public void AnUnknownIdIsNotFoundAndTheKnownOnesAreNamed()
    {
        var unknown = new PluginId("nope");
        _registry.Find(unknown).ShouldBeNull();
        _registry.Hold(unknown).Error!.Message.ShouldContain("None is.");
        Add("/a/libz.so");
        Add("/a/libm.so");
        _registry.Unload(unknown, force: true).Error!.Message.ShouldContain("Loaded: libz, libm.");
    }

    [Fact]
    public void TheEndFreesWhatIsLeftAndRefusesWhatComes()
    {
        Add("/a/libz.so");
        var late = _registry.Reserve("/a/libm.so").Value;
        _registry.Dispose();
        _system.Open.ShouldBe(0);
        Commit(late).ShouldBeFalse();
        _registry.Reserve("/a/libx.so").Error!.Code.ShouldBe("plugin.shutting_down");
    }

    private PluginId Add(string path)
    {
        var reservation = _registry.Reserve(path).Value;
        Commit(reservation).ShouldBeTrue();
        return reservation.Id;
    }

    private bool Commit(PluginReservation reservation)
    {
        nint value = _system.Load(Libraries.OfDotNet, Binding.Lazy, Visibility.Local);
        var handle = new LibraryHandle(_system, value);
        var info = new PluginInfo
        {
            Id = reservation.Id,
            Path = reservation.Path,
            Type = PluginType.Other,
            Versions = [],
            Size = 1,
            BytesMapped = 1,
            WasMapped = false,
            LoadedAt = DateTimeOffset.UnixEpoch,
            LoadTime = TimeSpan.Zero,
            Strategy = StrategyName.Default,
        };
        bool isTaken = _registry.TryCommit(reservation, info, handle);
        if (!isTaken)
        {
            handle.Dispose();
        }

        return isTaken;
    }
}
