using System.Collections.Concurrent;
using CqrsGen;

namespace AotApp.Shop;

/// <summary>What happened, in order.</summary>
[Singleton]
public sealed class Journal
{
    private readonly ConcurrentQueue<string> _entries = new();

    public void Write(string entry) => _entries.Enqueue(entry);

    public string Take()
    {
        var taken = new List<string>();
        while (_entries.TryDequeue(out string? entry))
        {
            taken.Add(entry);
        }

        return string.Join(' ', taken);
    }
}
