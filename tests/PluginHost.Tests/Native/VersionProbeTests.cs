using System.Runtime.InteropServices;
using PluginHost.Native;
using PluginHost.Plugins;
using PluginHost.Tests.Kit;

namespace PluginHost.Tests.Native;

public class VersionProbeTests
{
    [LinuxFact]
    public void TheCLibraryTellsItsVersion()
    {
        var (type, versions) = Probe("libc.so.6");
        type.ShouldBe(PluginType.System);
        versions.ShouldHaveSingleItem().Export.ShouldBe("gnu_get_libc_version");
        Version.Parse(versions[0].Version).ShouldBeGreaterThan(new Version(2, 0));
    }

    [LinuxFact]
    public void TheVersionsOfOtherLibrariesThatALibraryUsesAreNotItsOwn()
    {
        // libm uses libc, so the loader finds libc's exports in it.
        string path = new LibraryFinder(null).Find("libm.so.6")!;
        nint handle = NativeLibrary.Load(path);
        NativeLibrary.TryGetExport(handle, "gnu_get_libc_version", out _).ShouldBeTrue();

        var (type, versions) = Probe("libm.so.6");
        type.ShouldBe(PluginType.Mathematics);
        versions.ShouldBeEmpty();
    }

    [LinuxFact]
    public void WhereMappingsAreNotListedTheFileNameDecides()
    {
        string path = new LibraryFinder(null).Find("libc.so.6")!;
        nint handle = NativeLibrary.Load(path);
        VersionProbe.Probe(handle, path, mapped: null).Versions.ShouldHaveSingleItem();
        VersionProbe.Probe(handle, "/usr/lib/libother.so", mapped: null).Versions.ShouldBeEmpty();
    }

    [Fact]
    public void AnUnknownLibraryIsOfNoType()
    {
        nint handle = NativeLibrary.Load(Libraries.OfDotNet);
        var (type, versions) =
            VersionProbe.Probe(handle, Libraries.OfDotNet, MappedFile.Find(Libraries.OfDotNet));
        type.ShouldBe(PluginType.Other);
        versions.ShouldBeEmpty();
    }

    private static (PluginType Type, List<LibraryVersion> Versions) Probe(string name)
    {
        string path = new LibraryFinder(null).Find(name)!;
        return VersionProbe.Probe(NativeLibrary.Load(path), path, MappedFile.Find(path));
    }
}
