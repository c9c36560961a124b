using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>The entries of an assembly's handlers: what they are named, and which file holds an instance.</summary>
internal sealed class HandlerEntries(UniqueNames names)
{
    private readonly Dictionary<HandlerModel, HandlerEntry> _entries = [];
    private readonly Dictionary<string, string> _instances = [];
    private readonly HashSet<string> _ownedInstances = [];

    /// <summary>All that were asked for.</summary>
    public IReadOnlyDictionary<HandlerModel, HandlerEntry> All => _entries;

    /// <summary>The handler as the end of a pipeline.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="messageName">What its entry is named after.</param>
    public HandlerTarget TargetOf(HandlerModel handler, string messageName)
    {
        var entry = EntryOf(handler, messageName);
        return new HandlerTarget(
            entry.Entry, handler.Display, handler.Cref, entry.IsScoped, handler.Order, handler.IsMethod);
    }

    /// <summary>The entry as it is written into a file; the first file of a class also holds its instance.</summary>
    public HandlerEntry Own(HandlerModel handler)
    {
        var entry = _entries[handler];
        bool owns = entry.Instance.Length > 0 && _ownedInstances.Add(entry.Instance);
        var owned = entry with { OwnsInstance = owns };
        _entries[handler] = owned;
        return owned;
    }

    private HandlerEntry EntryOf(HandlerModel handler, string messageName)
    {
        if (_entries.TryGetValue(handler, out var known))
        {
            return known;
        }

        string suffix = handler.Kind == MessageKind.Event
            ? Names.Simple(handler.Type) + (handler.IsMethod ? "_" + handler.Method.TrimStart('@') : "")
            : "Handle";
        string instance = "";
        if (handler.NeedsInstance)
        {
            bool isOwnKind = handler.MethodDependencies.Count > 0;
            string key = isOwnKind
                ? handler.Type + "." + handler.Method + handler.Message
                : handler.Type + (handler.IsSingleton ? "!" : "");
            if (!_instances.TryGetValue(key, out instance!))
            {
                string ofMethod = isOwnKind ? "_" + handler.Method.TrimStart('@') : "";
                instance = names.Make(Names.Simple(handler.Type) + ofMethod, "_Call");
                _instances[key] = instance;
            }
        }

        string name = names.Make($"{messageName}_{suffix}", "_Void");
        var entry = new HandlerEntry(handler, name, instance, OwnsInstance: false, handler.IsMessagePublic);
        _entries[handler] = entry;
        return entry;
    }
}
