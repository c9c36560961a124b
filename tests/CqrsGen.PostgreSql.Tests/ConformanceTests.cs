using CqrsGen.Conformance;

namespace CqrsGen.PostgreSql.Tests;

public sealed class ConformanceTests
{
    public static TheoryData<string> Cases => [.. EventStoreConformance.Cases];

    [PostgreSqlTheory]
    [MemberData(nameof(Cases))]
    public async Task Holds(string name)
    {
        await using var schema = new TemporarySchema();
        await EventStoreConformance.CheckAsync(name, () => new PostgreSqlEventStore(schema.Options));
    }

    [PostgreSqlTheory]
    [MemberData(nameof(Cases))]
    public async Task HoldsForARoleThatMayDoNoMoreThanItMust(string name)
    {
        await using var schema = new TemporarySchema();
        string role = await schema.MakeRoleAsync(
            static (role, schema) => PostgreSqlEventStore.ExportGrants(role, null, schema));
        await EventStoreConformance.CheckAsync(name, () => new PostgreSqlEventStore(schema.OptionsOf(role)));
    }
}
