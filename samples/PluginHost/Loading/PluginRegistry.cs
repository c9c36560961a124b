using CqrsGen;
using PluginHost.Native;
using PluginHost.Plugins;

namespace PluginHost.Loading;

/// <summary>
/// The plug-ins that are loaded, and who uses them. Owns their libraries: what is left at the end is freed. Safe for
/// concurrent use.
/// </summary>
[Singleton]
internal sealed class PluginRegistry : IDisposable
{
    private readonly object _gate = new();
    private readonly List<Entry> _loaded = [];
    private readonly List<PluginReservation> _loading = [];
    private readonly Dictionary<LeaseId, Entry> _leases = [];
    private int _lastLease;
    private bool _closed;

    /// <summary>The loaded plug-ins, in the order in which they were loaded.</summary>
    public IReadOnlyList<PluginInfo> All
    {
        get
        {
            lock (_gate)
            {
                return _loaded.ConvertAll(static entry => entry.Info);
            }
        }
    }

    /// <summary>One plug-in; null when it is not loaded.</summary>
    public PluginInfo? Find(PluginId id)
    {
        lock (_gate)
        {
            return EntryOf(id)?.Info;
        }
    }

    /// <summary>Claims a path, so that no second load of it begins.</summary>
    public Result<PluginReservation> Reserve(string path)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return PluginErrors.ShuttingDown();
            }

            if (_loaded.Find(entry => entry.Info.Path == path) is { } same)
            {
                return PluginErrors.AlreadyLoaded(path, same.Info.Id);
            }

            if (_loading.Exists(other => other.Path == path))
            {
                return PluginErrors.AlreadyLoading(path);
            }

            var reservation = new PluginReservation(this, NewId(path), path);
            _loading.Add(reservation);
            return reservation;
        }
    }

    /// <summary>Turns a reservation into a plug-in, and takes the library over.</summary>
    /// <returns>False when the host ends; then the caller keeps the library.</returns>
    public bool TryCommit(PluginReservation reservation, PluginInfo info, LibraryHandle library)
    {
        lock (_gate)
        {
            if (_closed || !_loading.Remove(reservation))
            {
                return false;
            }

            _loaded.Add(new Entry(info, library));
            return true;
        }
    }

    /// <summary>Gives a reservation back; nothing happens when it was committed.</summary>
    public void Cancel(PluginReservation reservation)
    {
        lock (_gate)
        {
            _loading.Remove(reservation);
        }
    }

    /// <summary>Begins a use.</summary>
    public Result<LeaseId> Hold(PluginId id)
    {
        lock (_gate)
        {
            if (EntryOf(id) is not { } entry)
            {
                return NotLoaded(id);
            }

            var lease = new LeaseId(++_lastLease);
            _leases.Add(lease, entry);
            entry.Info = entry.Info with { Leases = entry.Info.Leases + 1 };
            return lease;
        }
    }

    /// <summary>Ends a use.</summary>
    public Result Release(LeaseId lease)
    {
        lock (_gate)
        {
            if (!_leases.Remove(lease, out var entry))
            {
                return PluginErrors.UnknownLease(lease);
            }

            entry.Info = entry.Info with { Leases = entry.Info.Leases - 1 };
            return Result.Success;
        }
    }

    /// <summary>Takes a plug-in out and frees its library.</summary>
    /// <param name="id">The plug-in.</param>
    /// <param name="force">Whether to do so although it is in use. Its leases end.</param>
    /// <returns>What was known of the plug-in.</returns>
    public Result<PluginInfo> Unload(PluginId id, bool force)
    {
        Entry? entry;
        lock (_gate)
        {
            entry = EntryOf(id);
            if (entry is null)
            {
                return NotLoaded(id);
            }

            if (entry.Info.Leases > 0 && !force)
            {
                return PluginErrors.InUse(id, entry.Info.Leases);
            }

            _loaded.Remove(entry);
            foreach (var (lease, _) in _leases.Where(lease => lease.Value == entry).ToArray())
            {
                _leases.Remove(lease);
            }
        }

        entry.Library.Dispose(); // Outside the lock: it runs the library's own code.
        return entry.Info;
    }

    /// <summary>Frees what is left. Nothing can be loaded any more.</summary>
    public void Dispose()
    {
        List<Entry> left;
        lock (_gate)
        {
            _closed = true;
            left = [.. _loaded];
            _loaded.Clear();
            _leases.Clear();
        }

        foreach (var entry in Enumerable.Reverse(left))
        {
            entry.Library.Dispose();
        }
    }

    private Error NotLoaded(PluginId id) => PluginErrors.NotLoaded(id, _loaded.Select(static entry => entry.Info.Id));

    private Entry? EntryOf(PluginId id) => _loaded.Find(entry => entry.Info.Id == id);

    private PluginId NewId(string path)
    {
        string stem = LibraryFinder.Stem(Path.GetFileName(path));
        var id = new PluginId(stem);
        for (int number = 2; EntryOf(id) is not null || _loading.Exists(other => other.Id == id); number++)
        {
            id = new PluginId($"{stem}-{number}");
        }

        return id;
    }

    private sealed class Entry(PluginInfo info, LibraryHandle library)
    {
        public PluginInfo Info { get; set; } = info;

        public LibraryHandle Library { get; } = library;
    }
}
