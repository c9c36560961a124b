using System.IO.Enumeration;
using CqrsGen;

namespace PluginHost.Strategies;

/// <summary>The strategies that there are. Safe for concurrent use.</summary>
[Singleton]
internal sealed class StrategyBook
{
    private static readonly LoadStrategy Default =
        new(StrategyName.Default, "*", Binding.Lazy, Visibility.Local, LoadPriority.Normal);

    private readonly object _gate = new();
    private readonly List<StrategyUse> _newestFirst = [new(Default, 0)];

    /// <summary>All strategies, in the order in which they are tried.</summary>
    public IReadOnlyList<StrategyUse> All
    {
        get
        {
            lock (_gate)
            {
                return _newestFirst.ToArray();
            }
        }
    }

    /// <summary>The first strategy whose pattern fits.</summary>
    public LoadStrategy Choose(string fileName)
    {
        foreach (var (strategy, _) in All)
        {
            if (FileSystemName.MatchesSimpleExpression(strategy.Pattern, fileName))
            {
                return strategy;
            }
        }

        return Default;
    }

    /// <summary>Adds a strategy before the others.</summary>
    /// <returns>False when the name is taken.</returns>
    public bool TryAdd(LoadStrategy strategy)
    {
        lock (_gate)
        {
            if (IndexOf(strategy.Name) >= 0)
            {
                return false;
            }

            _newestFirst.Insert(0, new StrategyUse(strategy, 0));
            return true;
        }
    }

    /// <summary>Removes a strategy.</summary>
    /// <returns>False when there is none of that name.</returns>
    public bool Remove(StrategyName name)
    {
        lock (_gate)
        {
            int index = IndexOf(name);
            if (index < 0)
            {
                return false;
            }

            _newestFirst.RemoveAt(index);
            return true;
        }
    }

    /// <summary>Notes that a library was loaded by a strategy. One that is gone by now is not counted.</summary>
    public void Count(StrategyName name)
    {
        lock (_gate)
        {
            int index = IndexOf(name);
            if (index >= 0)
            {
                _newestFirst[index] = _newestFirst[index] with { Loads = _newestFirst[index].Loads + 1 };
            }
        }
    }

    private int IndexOf(StrategyName name) => _newestFirst.FindIndex(use => use.Strategy.Name == name);
}
