namespace CqrsGen.PostgreSql.Tests;

/// <summary>A theory that needs a server, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    public PostgreSqlTheoryAttribute() => Skip = PostgreSqlServer.Missing;
}
