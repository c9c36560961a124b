using Microsoft.Data.Sqlite;

namespace CqrsGen.Sqlite;

/// <summary>Runs prepared statements with values in the order of their parameters.</summary>
internal static class SqliteCommands
{
    public static void Run(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        Bind(command, values);
        command.ExecuteNonQuery();
    }

    public static long? Number(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        Bind(command, values);
        return (long?)command.ExecuteScalar();
    }

    public static SqliteDataReader Read(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        Bind(command, values);
        return command.ExecuteReader();
    }

    private static void Bind(SqliteCommand command, ReadOnlySpan<object?> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }
    }
}
