using System.Net.Sockets;
using CqrsGen.EventSourcing;
using Npgsql;

namespace CqrsGen.PostgreSql;

/// <summary>What the server's failures mean to who uses the store.</summary>
internal static class PostgreSqlErrors
{
    public const string EventIds = "events_id";

    /// <summary>Whether to try again at once may help: somebody else was in the way.</summary>
    public static bool IsConflict(Exception failure) => failure is PostgresException
    {
        SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.SerializationFailure,
    };

    /// <summary>Whether an event's id is stored already.</summary>
    public static bool IsKnownEventId(Exception failure) => failure is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation,
        ConstraintName: EventIds,
    };

    /// <summary>The failure in words of the store; null where it concerns one statement alone.</summary>
    public static EventStoreException? Explain(Exception failure, string where) => failure switch
    {
        EventStoreException explained => explained,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => EventStoreException.Unavailable(
            $"{where} is read-only now, as a replica is. Connect to the primary, then try again.", failure),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => EventStoreException.Unusable(
            $"The role may not do this in {where}. Grant it what the exported grants name.", failure),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => EventStoreException.Unavailable(
            $"The disk of {where} is full; nothing was written. Make room and try again.", failure),
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName } =>
            EventStoreException.Unusable(
                $"{where} lacks tables of the event store. Apply the exported schema, or let the role make them.",
                failure),
        PostgresException { SqlState: [var first, var second, ..] } when (first, second) is ('0', '8') or ('5', '3')
            or ('5', '7') or ('5', '8') or ('2', '8') => EventStoreException.Unavailable(
                $"{where} does not serve now: {failure.Message}. Try again.", failure),
        PostgresException found when IsConflict(found) => EventStoreException.Unavailable(
            $"Others hold streams or tags in {where} for too long. Try again, or allow more time by LockTimeout.",
            failure),
        PostgresException => null,
        TimeoutException or SocketException or IOException or NpgsqlException => EventStoreException.Unavailable(
            $"{where} does not answer: {failure.Message} Try again.", failure),
        _ => null,
    };
}
