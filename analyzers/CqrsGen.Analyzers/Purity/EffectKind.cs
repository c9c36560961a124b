namespace CqrsGen.Analyzers.Purity;

/// <summary>What a method may do that others can observe.</summary>
internal enum EffectKind
{
    /// <summary>It writes something outside of the process: a database, a file, another service.</summary>
    External,

    /// <summary>It sends a command.</summary>
    Command,

    /// <summary>It publishes an event.</summary>
    Event,

    /// <summary>It appends to an event stream.</summary>
    Append,

    /// <summary>It writes what the region of the effect says.</summary>
    Write,

    /// <summary>It calls what looks like a write by its name, and has no body here.</summary>
    Suspected,

    /// <summary>It calls what may do anything.</summary>
    Unknown,

    /// <summary>It uses reflection or dynamic calls.</summary>
    Reflects,

    /// <summary>It makes code at run time.</summary>
    MakesCode,

    /// <summary>It asks the service provider.</summary>
    AsksProvider,
}
