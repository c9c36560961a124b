namespace CqrsGen.Sqlite;

/// <summary>A write of the store.</summary>
internal interface ISqliteWrite
{
    /// <summary>Writes inside the transaction of a batch, and settles what its caller will learn.</summary>
    void Apply(SqliteWriter writer);
}
