namespace CqrsGen;

/// <summary>Where a member writes to that has side effects.</summary>
public enum Effect
{
    /// <summary>Something else outside of the process.</summary>
    Other,

    /// <summary>A database.</summary>
    Db,

    /// <summary>Another service, over HTTP.</summary>
    Http,

    /// <summary>A file or directory.</summary>
    File,

    /// <summary>A queue or topic.</summary>
    Queue,

    /// <summary>A mail that is sent.</summary>
    Mail,

    /// <summary>A blob store.</summary>
    Blob,

    /// <summary>A process, this one included.</summary>
    Process,

    /// <summary>The response to an HTTP request.</summary>
    Response,
}
