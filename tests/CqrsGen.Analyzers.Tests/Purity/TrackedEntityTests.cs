using CqrsGen.Analyzers.Purity;
using CqrsGen.CodeFixes.Purity;

namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>Entities that a query reads with tracking, and changes.</summary>
public sealed class TrackedEntityTests : RuleTests<QueryEffectsAnalyzer, QueryEffectsFixer>
{
    [Theory]
    [InlineData("var order = await shop.Orders.FirstAsync(); order.{|CQG1008:Total|} = 1;")]
    [InlineData("var order = shop.Orders.Where(o => o.Total > 1).First(); order.{|CQG1008:Total|}++;")]
    [InlineData("foreach (var order in shop.Orders) order.{|CQG1008:Total|} = 1;")]
    [InlineData("var orders = shop.Orders.ToList(); orders[0].{|CQG1008:Total|} = 1;")]
    [InlineData("var order = shop.Orders.Find(1)!; order.Lines.{|CQG1008:Add|}(1);")]
    [InlineData("var order = shop.Orders.Find(1)!; order.{|CQG1008:Cancel|}();")]
    [InlineData("shop.Orders.{|CQG1008:Add|}(new Order());")]
    [InlineData("shop.{|CQG1008:Remove|}(new Order());")]
    public Task AnEntityThatIsChanged_Reports(string statements) => Check(ShopWith(statements));

    [Theory]
    [InlineData("var order = await shop.Orders.AsNoTracking().FirstAsync(); order.Total = 1;")]
    [InlineData("var orders = shop.Orders.ToList(); orders.Add(new Order());")]
    [InlineData("var order = shop.Orders.Select(o => new Order { Total = o.Total }).First(); order.Total = 2;")]
    [InlineData("var order = shop.Orders.First(); order.Shown = \"a\";")]
    [InlineData("int count = shop.Orders.Count(); count++;")]
    public Task WhatIsNotStored_IsSilent(string statements) => Check(ShopWith(statements));

    [Fact]
    public Task WhatIsSavedToo_IsReportedOnce() => Check(
        ShopWith("var order = shop.Orders.First(); order.Total = 1; shop.[|SaveChanges|]();"));

    [Theory]
    [InlineData("var order = await shop.Orders.FirstAsync(); order.{|CQG1008:Total|} = 1;",
        "var order = await shop.Orders.AsNoTracking().FirstAsync(); order.Total = 1;")]
    [InlineData("foreach (var order in shop.Orders) order.{|CQG1008:Total|} = 1;",
        "foreach (var order in shop.Orders.AsNoTracking()) order.Total = 1;")]
    [InlineData("var orders = shop.Orders.ToList(); orders[0]!.{|CQG1008:Total|} = 1;",
        "var orders = shop.Orders.AsNoTracking().ToList(); orders[0]!.Total = 1;")]
    public Task TheQueryReadsWithoutTracking(string before, string after) =>
        CheckFix(ShopWith(before), ShopWith(after).Sources[0]);

    [Theory]
    [InlineData("var order = shop.Orders.Find(1)!; order.{|CQG1008:Total|} = 1;")]
    [InlineData("Order order; order = shop.Orders.First(); order.{|CQG1008:Total|} = 1;")]
    [InlineData("shop.Orders.{|CQG1008:Add|}(new Order());")]
    [InlineData("var order = shop.Orders.First(); order.{|CQG1008:Cancel|}();")]
    public async Task WhereTheQueryCannotBeChanged_HasNoFix(string statements)
    {
        using var run = new FixRun(
            MarkedProject.Of(ShopWith(statements), ""), [new QueryEffectsAnalyzer()], new QueryEffectsFixer());

        (await run.ActionsAsync((await run.DiagnosticsAsync()).ShouldHaveSingleItem())).ShouldBeEmpty();
    }

    private const string Ef =
        """
        namespace Microsoft.EntityFrameworkCore
        {
            public abstract class DbSet<T> : IQueryable<T>
            {
                public abstract Type ElementType { get; }
                public abstract System.Linq.Expressions.Expression Expression { get; }
                public abstract IQueryProvider Provider { get; }
                public abstract IEnumerator<T> GetEnumerator();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
                public T? Find(params object[] keys) => default;
                public void Add(T entity) { }
            }
            public abstract class DbContext
            {
                public virtual int SaveChanges() => 0;
                public void Remove(object entity) { }
            }
            public static class EntityFrameworkQueryableExtensions
            {
                public static IQueryable<T> AsNoTracking<T>(this IQueryable<T> source) => source;
                public static Task<T> FirstAsync<T>(this IQueryable<T> source) => Task.FromResult(source.First());
            }
        }
        """;

    private static SourceProject ShopWith(string statements) => new SourceProject(
        "Shop",
        $$"""
        using Microsoft.EntityFrameworkCore;

        public sealed class Order
        {
            public int Total { get; set; }
            public List<int> Lines { get; } = [];
            [System.ComponentModel.DataAnnotations.Schema.NotMapped] public string? Shown { get; set; }
            public void Cancel() => Total = 0;
        }
        public abstract class Shop : DbContext { public abstract DbSet<Order> Orders { get; } }
        [Query] public sealed partial record Get : IQuery<int>;

        public sealed class GetHandler(Shop shop) : IQueryHandler<Get, int>
        {
            public async ValueTask<int> HandleAsync(Get query, CancellationToken cancellationToken)
            {
                await Task.Yield();
                {{statements}}
                return 1;
            }
        }
        """).Referencing(new SourceProject("Ef", Ef));
}
