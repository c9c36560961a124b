using PluginHost.Strategies;

namespace PluginHost.Native;

/// <summary>The system's loader, so that tests can put a slow or failing one in its place.</summary>
internal interface INativeLoader
{
    /// <summary>Maps a library and runs its start-up code. Blocks, and nothing can interrupt it.</summary>
    /// <exception cref="DllNotFoundException">The system refuses the library; the message says why.</exception>
    /// <exception cref="BadImageFormatException">The file is no library of this system.</exception>
    nint Load(string path, Binding binding, Visibility visibility);

    /// <summary>Gives a library back.</summary>
    void Free(nint handle);
}
