using System.Runtime.InteropServices;
using PluginHost.Native;
using PluginHost.Strategies;
using PluginHost.Tests.Kit;

namespace PluginHost.Tests.Native;

public class SystemLoaderTests
{
    [Theory]
    [InlineData(Binding.Lazy, Visibility.Local)]
    [InlineData(Binding.Now, Visibility.Local)]
    [InlineData(Binding.Lazy, Visibility.Global)]
    [InlineData(Binding.Now, Visibility.Global)]
    public void ALibraryLoadsByEveryStrategyAndIsFreed(Binding binding, Visibility visibility)
    {
        var loader = new SystemLoader();
        nint handle = loader.Load(Libraries.OfDotNet, binding, visibility);
        NativeLibrary.TryGetExport(handle, "SystemNative_GetPid", out nint address).ShouldBeTrue();
        address.ShouldNotBe(0);
        loader.Free(handle);
    }

    [LinuxFact]
    public void GlobalSymbolsAreSeenByTheWholeProgram()
    {
        const string Export = "CompressionNative_Crc32";
        using var directory = new TemporaryDirectory();
        string copy = Path.Combine(directory.Path, "libcopy.so");
        File.Copy(Libraries.OfDotNetCompression, copy); // A library of its own, which nobody else makes global.
        var loader = new SystemLoader();
        nint program = NativeLibrary.GetMainProgramHandle();

        nint local = loader.Load(copy, Binding.Now, Visibility.Local);
        NativeLibrary.TryGetExport(local, Export, out _).ShouldBeTrue();
        NativeLibrary.TryGetExport(program, Export, out _).ShouldBeFalse();
        nint global = loader.Load(copy, Binding.Lazy, Visibility.Global);
        NativeLibrary.TryGetExport(program, Export, out _).ShouldBeTrue();
        loader.Free(local);
        loader.Free(global);
    }

    [LinuxFact]
    public void ARefusalSaysWhatTheSystemSaid()
    {
        var loader = new SystemLoader();
        Should.Throw<DllNotFoundException>(() => loader.Load("/none.so", Binding.Now, Visibility.Local))
            .Message.ShouldContain("/none.so: cannot open shared object file");
        Should.Throw<DllNotFoundException>(() => loader.Load("/none.so", Binding.Lazy, Visibility.Local))
            .Message.ShouldContain("/none.so: cannot open shared object file");
    }
}
