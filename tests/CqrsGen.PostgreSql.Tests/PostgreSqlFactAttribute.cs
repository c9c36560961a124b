namespace CqrsGen.PostgreSql.Tests;

/// <summary>A fact that needs a server, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlServer.Missing;
}
