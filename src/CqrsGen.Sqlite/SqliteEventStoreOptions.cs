namespace CqrsGen.Sqlite;

/// <summary>Settings of a <see cref="SqliteEventStore"/>.</summary>
public sealed record SqliteEventStoreOptions
{
    /// <summary>The database file. It is made when it does not exist; its folder must exist.</summary>
    public required string Path { get; init; }

    /// <summary>What the names of all tables begin with: letters, digits and <c>_</c>.</summary>
    /// <value>Default: <c>cqrs_</c>.</value>
    public string TablePrefix { get; init; } = "cqrs_";

    /// <summary>When a commit is on the disk.</summary>
    /// <value>Default: before it is confirmed.</value>
    public SqliteSynchronous Synchronous { get; init; } = SqliteSynchronous.Full;

    /// <summary>How long to wait for another process that is writing, before the store counts as unavailable.</summary>
    /// <value>Default: 10 seconds. Rounded up to full seconds.</value>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often those who wait for events look for what other processes have written.</summary>
    /// <value>Default: 100 milliseconds. Events of this process wake them at once.</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(100);
}
