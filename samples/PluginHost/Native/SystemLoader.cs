using System.Runtime.InteropServices;
using System.Text;
using PluginHost.Strategies;

namespace PluginHost.Native;

/// <summary>Loads with <see cref="NativeLibrary"/>, or with <c>dlopen</c> where its flags are asked for.</summary>
/// <remarks>
/// <see cref="NativeLibrary"/> binds lazily and keeps the symbols local. A strategy that wants it otherwise needs the
/// flags of <c>dlopen</c>, which every Unix program exports; <see cref="NativeLibrary.Free"/> takes such a handle too.
/// On Windows there are no such flags, and they are ignored.
/// </remarks>
internal sealed class SystemLoader : INativeLoader
{
    private const int Lazy = 1;
    private const int Now = 2;

    private static int Global => OperatingSystem.IsMacOS() ? 8 : 0x100;

    public nint Load(string path, Binding binding, Visibility visibility)
    {
        bool isDefault = binding == Binding.Lazy && visibility == Visibility.Local;
        if (isDefault || OperatingSystem.IsWindows())
        {
            return NativeLibrary.Load(path);
        }

        int flags = (binding == Binding.Now ? Now : Lazy) | (visibility == Visibility.Global ? Global : 0);
        return OpenWithFlags(path, flags);
    }

    public void Free(nint handle) => NativeLibrary.Free(handle);

    private static unsafe nint OpenWithFlags(string path, int flags)
    {
        nint program = NativeLibrary.GetMainProgramHandle();
        var dlopen = (delegate* unmanaged<byte*, int, nint>)NativeLibrary.GetExport(program, "dlopen");

        // Looked up first: looking up clears the error that it would tell.
        var dlerror = (delegate* unmanaged<nint>)NativeLibrary.GetExport(program, "dlerror");
        byte[] text = Encoding.UTF8.GetBytes(path + '\0');
        fixed (byte* pointer = text)
        {
            nint handle = dlopen(pointer, flags);
            return handle != 0 ? handle : throw new DllNotFoundException(Marshal.PtrToStringUTF8(dlerror()));
        }
    }
}
