namespace CqrsGen.PostgreSql;

/// <summary>Settings of a <see cref="PostgreSqlEventStore"/>.</summary>
public sealed record PostgreSqlEventStoreOptions
{
    /// <summary>Where the database is, as Npgsql takes it.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// The schema of the tables: a small letter or <c>_</c>, then at most 49 small letters, digits and <c>_</c>.
    /// </summary>
    /// <value>Default: <c>cqrs</c>. It is made when it does not exist and the role may.</value>
    public string Schema { get; init; } = "cqrs";

    /// <summary>How long an append waits for others who append to the same streams or tags.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a statement may take, or a connection may be waited for, before the store is unavailable.
    /// </summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often to look for events of other processes where no notification has come.</summary>
    /// <value>Default: 500 milliseconds.</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long one append may keep all later events unread before it is reported.</summary>
    /// <value>Default: 10 seconds. Nothing is ever skipped for it.</value>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The schema; the connection string may hold a password.</summary>
    public override string ToString() => $"{nameof(PostgreSqlEventStoreOptions)} {{ Schema = {Schema} }}";
}
