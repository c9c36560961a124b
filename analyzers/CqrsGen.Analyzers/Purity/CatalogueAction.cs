namespace CqrsGen.Analyzers.Purity;

/// <summary>What a member of the catalogue does.</summary>
internal enum CatalogueAction
{
    /// <summary>Nothing that matters.</summary>
    Clean,

    /// <summary>Nothing that matters, and what it returns is new.</summary>
    Make,

    /// <summary>Writes outside of the process.</summary>
    Write,

    /// <summary>Runs SQL, and writes unless the text is known to read.</summary>
    SqlWrite,

    /// <summary>Runs SQL, and reads unless the text is known to write.</summary>
    SqlRead,

    /// <summary>Sends a request whose method decides.</summary>
    HttpRequest,

    /// <summary>Posts a request, and only seems to write where the answer is read.</summary>
    Post,

    /// <summary>Posts a request that only asks, by its address; it writes where the answer is not read.</summary>
    Ask,

    /// <summary>Starts a process, and only seems to write where its output is read.</summary>
    Start,

    /// <summary>Opens a file, for reading or writing.</summary>
    Open,

    /// <summary>Sends a command.</summary>
    Command,

    /// <summary>Sends a request of another dispatcher, whose handler decides.</summary>
    Request,

    /// <summary>Publishes an event.</summary>
    Event,

    /// <summary>Appends to a stream.</summary>
    Append,

    /// <summary>Writes to a response, unless what it is called on was made here.</summary>
    Response,

    /// <summary>Changes what it is called on.</summary>
    Mutate,

    /// <summary>Changes its first argument.</summary>
    MutateArgument,

    /// <summary>Has an entity written when changes are saved next.</summary>
    Track,

    /// <summary>Fills a cache by itself.</summary>
    Memoize,

    /// <summary>Runs the delegates that it is given, before it returns or soon after.</summary>
    Run,
}
