using CqrsGen.Analyzers.Purity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>The catalogue names what is there.</summary>
public sealed class CatalogueTests
{
    private static readonly CSharpCompilation s_compilation = CSharpCompilation.Create(
        "Names", references: FrameworkReferences.All);

    /// <summary>Every type of the table whose assembly the tests reference.</summary>
    public static TheoryData<string> Types => [.. Catalogue.Table.Keys
        .Where(static type => !type.EndsWith(".*", StringComparison.Ordinal))
        .Where(static type => s_compilation.GetTypeByMetadataName(type) is not null)
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryNameOfATypeIsAMember(string type)
    {
        var members = s_compilation.GetTypeByMetadataName(type)!.GetMembers()
            .Where(static member => member.DeclaredAccessibility == Accessibility.Public).ToList();
        foreach (var entry in Catalogue.Table[type])
        {
            members.ShouldContain(
                member => entry.Matches(member.Name == ".ctor" ? ".ctor" : member.Name), $"{type}: {entry.Name}");
        }
    }

    [Fact]
    public void TheTypesOfThePlatformAreThere() =>
        Catalogue.Table.Keys
            .Where(static type => !type.EndsWith(".*", StringComparison.Ordinal))
            .Where(static type => type.StartsWith("System.", StringComparison.Ordinal)
                || type.StartsWith("CqrsGen.", StringComparison.Ordinal))
            .Where(static type => s_compilation.GetTypeByMetadataName(type) is null)
            .ShouldBe(["System.Data.SqlClient.SqlBulkCopy"]); // A package of its own.

    [Fact]
    public void EveryTargetHasItsWords() =>
        Catalogue.Table.Values.SelectMany(static entries => entries)
            .Select(static entry => entry.Target).Distinct()
            .Where(static target => target is not ("" or "HTTP")
                && QueryEffects.TextOf(target) == QueryEffects.TextOf("HTTP").Replace("HTTP", target))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("SELECT 1", false)]
    [InlineData("  select 1", false)]
    [InlineData("insert into t values (1)", true)]
    [InlineData("/* all */ DELETE FROM t", true)]
    [InlineData("-- all\nTRUNCATE TABLE t", true)]
    [InlineData("WITH x AS (SELECT 1) SELECT * FROM x", false)]
    [InlineData("WITH x AS (UPDATE t SET a = 1 RETURNING a) SELECT * FROM x", true)]
    [InlineData("EXEC something", null)]
    [InlineData("", null)]
    [InlineData("-- nothing", null)]
    public void TheFirstWordOfSqlDecides(string sql, bool? writes) => Sql.Writes(sql).ShouldBe(writes);
}
