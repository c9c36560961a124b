using System.Runtime.InteropServices;

namespace PluginHost.Native;

/// <summary>Owns a loaded library: frees it once, and even when somebody forgets to.</summary>
internal sealed class LibraryHandle : SafeHandle
{
    private readonly INativeLoader _loader;

    /// <summary>Takes over a handle.</summary>
    public LibraryHandle(INativeLoader loader, nint value) : base(invalidHandleValue: 0, ownsHandle: true)
    {
        _loader = loader;
        SetHandle(value);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        _loader.Free(handle);
        return true;
    }
}
