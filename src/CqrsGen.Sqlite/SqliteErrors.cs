using CqrsGen.EventSourcing;
using Microsoft.Data.Sqlite;

namespace CqrsGen.Sqlite;

/// <summary>What the engine's failures mean to who uses the store.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    /// <summary>The failure in words of the store; null where it is not the store's as a whole.</summary>
    public static EventStoreException? Explain(SqliteException failure, string path) => failure.SqliteErrorCode switch
    {
        Busy or Locked => EventStoreException.Unavailable(
            $"Another process is writing to {path} for too long. Try again, or allow more time by BusyTimeout.",
            failure),
        Full => EventStoreException.Unavailable(
            $"The disk of {path} is full; nothing was written. Make room and try again.", failure),
        InputOutput => EventStoreException.Unavailable(
            $"{path} cannot be read or written. Look at the disk, then try again.", failure),
        CannotOpen => EventStoreException.Unavailable(
            $"{path} cannot be opened. Its folder must exist and allow writing.", failure),
        ReadOnly => EventStoreException.Unusable(
            $"{path} is read-only. Give the process the right to write to the file and its folder.", failure),
        Corrupt or NoDatabase => EventStoreException.Unusable(
            $"{path} is damaged or is no SQLite database. Restore it from a backup; do not write to it.", failure),
        _ => null,
    };
}
