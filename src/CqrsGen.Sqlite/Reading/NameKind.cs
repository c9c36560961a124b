namespace CqrsGen.Sqlite;

/// <summary>What a shared name is of. The numbers are stored.</summary>
internal enum NameKind
{
    Category = 1,
    Type = 2,
    Tag = 3,
}
