using System.Runtime.InteropServices;
using CqrsGen;

namespace PluginHost.Native;

/// <summary>Finds native libraries by name, and those that a first look at a machine is likely to like.</summary>
/// <param name="searchPath">Directories to search in place of the system's; null for the system's.</param>
[Singleton]
internal sealed class LibraryFinder(IReadOnlyList<string>? searchPath)
{
    private const int Enough = 5;

    /// <summary>Common libraries that say who they are.</summary>
    private static readonly string[] Favourites =
        ["libz", "libsqlite3", "libm", "libzstd", "libcrypto", "libcurl", "liblzma", "libexpat", "libxml2", "libbz2"];

    private readonly Lazy<IReadOnlyList<(string Name, string Path)>> _libraries = new(() => List(searchPath));

    /// <summary>What is searched, for messages.</summary>
    public string Place =>
        searchPath is null ? "the library directories of this system" : string.Join(", ", searchPath);

    /// <summary>
    /// The file that a user means: a path, a file name such as <c>libz.so.1</c>, or <c>libz</c>, or <c>z</c>.
    /// </summary>
    /// <returns>The path without links; null when there is no such file.</returns>
    public string? Find(string nameOrPath)
    {
        if (File.Exists(nameOrPath))
        {
            return RealPath.Of(nameOrPath);
        }

        return nameOrPath.AsSpan().ContainsAny('/', '\\')
            ? null
            : FindNamed(nameOrPath) ?? FindNamed("lib" + nameOrPath);
    }

    /// <summary>
    /// A few libraries to start with: well-known ones, else what there is, else those of .NET itself.
    /// </summary>
    public IReadOnlyList<string> Suggest()
    {
        var paths = new List<string>();
        foreach (string favourite in Favourites)
        {
            AddLoadable(paths, FindNamed(favourite));
        }

        if (searchPath is not null)
        {
            foreach (var (_, path) in _libraries.Value)
            {
                AddLoadable(paths, path);
            }
        }

        return paths.Count > 0 || searchPath is not null ? paths : SuggestOwn();
    }

    /// <summary>
    /// The name without what stands for the format and the version: <c>libz</c> of <c>libz.so.1.2.13</c>.
    /// </summary>
    public static string Stem(string fileName)
    {
        foreach (string extension in (ReadOnlySpan<string>)[".so", ".dylib", ".dll"])
        {
            int index = fileName.IndexOf(extension, StringComparison.OrdinalIgnoreCase);
            bool isWhole = index + extension.Length == fileName.Length;
            if (index > 0 && (isWhole || fileName[index + extension.Length] == '.'))
            {
                fileName = fileName[..index];
                break;
            }
        }

        // macOS puts the version first: libz.1.dylib.
        int version = fileName.IndexOf('.', StringComparison.Ordinal);
        return version > 0 && char.IsAsciiDigit(fileName[^1]) ? fileName[..version] : fileName;
    }

    private static List<(string Name, string Path)> List(IReadOnlyList<string>? searchPath)
    {
        var libraries = new List<(string, string)>();
        if (searchPath is null)
        {
            libraries.AddRange(LdCache.Read());
        }

        foreach (string directory in searchPath ?? SystemDirectories())
        {
            AddDirectory(libraries, directory);
        }

        return libraries;
    }

    private static string[] SystemDirectories()
    {
        if (OperatingSystem.IsWindows())
        {
            return [Environment.SystemDirectory];
        }

        if (OperatingSystem.IsMacOS())
        {
            return ["/opt/homebrew/lib", "/usr/local/lib", "/usr/lib"];
        }

        string processor = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x86_64",
            Architecture.Arm64 => "aarch64",
            _ => "unknown",
        };
        return
        [
            "/usr/local/lib", $"/lib/{processor}-linux-gnu", $"/usr/lib/{processor}-linux-gnu",
            "/lib64", "/usr/lib64", "/lib", "/usr/lib",
        ];
    }

    private static void AddDirectory(List<(string Name, string Path)> libraries, string directory)
    {
        try
        {
            foreach (string path in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal))
            {
                string name = Path.GetFileName(path);
                if (Stem(name) != name)
                {
                    libraries.Add((name, path));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A directory of the list that is not there, or not for us, has nothing to offer.
        }
    }

    private string? FindNamed(string name)
    {
        string? byStem = null;
        foreach (var (fileName, path) in _libraries.Value)
        {
            if (fileName == name && IsLoadable(path))
            {
                return RealPath.Of(path);
            }

            if (byStem is null && Stem(fileName) == name && IsLoadable(path))
            {
                byStem = RealPath.Of(path);
            }
        }

        return byStem;
    }

    private static void AddLoadable(List<string> paths, string? path)
    {
        if (paths.Count < Enough && path is not null && IsLoadable(path))
        {
            string real = RealPath.Of(path);
            if (!paths.Contains(real))
            {
                paths.Add(real);
            }
        }
    }

    /// <summary>
    /// The native libraries of .NET: they are where this program runs, and loaded already or harmless.
    /// </summary>
    private static List<string> SuggestOwn()
    {
        var own = new List<(string Name, string Path)>();
        AddDirectory(own, AppContext.BaseDirectory);
        AddDirectory(own, RuntimeEnvironment.GetRuntimeDirectory());
        var paths = new List<string>();
        foreach (var (name, path) in own)
        {
            if (name.Contains("System.", StringComparison.Ordinal))
            {
                AddLoadable(paths, path);
            }
        }

        return paths;
    }

    private static bool IsLoadable(string path)
    {
        try
        {
            return LibraryHeader.WhyNotLoadable(path) is null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
