using CqrsGen.Analyzers.Results;

namespace CqrsGen.Analyzers.Tests.Results;

public sealed class ExposedQueryableTests : RuleTests<ExposedQueryableAnalyzer>
{
    private const string Shop =
        """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext;
            public class DbSet<T> : List<T>;
            public static class Queries
            {
                public static IEnumerable<T> AsNoTracking<T>(this IEnumerable<T> set) => set;
                public static void UseQueryTrackingBehavior(this object options) { }
            }
        }
        namespace Shop
        {
            using Microsoft.EntityFrameworkCore;
            public sealed class Order { public int Id { get; set; } }
            public sealed record OrderView(int Id);
            public sealed class ShopContext : DbContext { public DbSet<Order> Orders { get; } = new(); }
        }
        """;

    [Fact]
    public Task AQueryForAQueryable_Reports() => CheckMessage(
        "A query answers with data that is its own: 'Get' answers with 'IQueryable<int>', which runs when it is " +
        "read, after its context is gone. Answer with a record that holds what was read.",
        "[Query] public sealed partial record [|Get|] : IQuery<IQueryable<int>>;");

    [Theory]
    [InlineData("IQuery<IOrderedQueryable<int>>")]
    [InlineData("IQuery<IQueryable>")]
    [InlineData("IQuery<Result<IQueryable<int>>>")]
    public Task Queryables_Report(string kind) =>
        Check($"[Query] public sealed partial record [|Get|] : {kind};");

    [Fact]
    public Task AQueryForATrackedEntity_Reports() => CheckMessage(
        "A query answers with data that is its own: 'Get' answers with 'Order', an entity that its context tracks. " +
        "Answer with a record that holds what was read.",
        Shop, Handler("[|Get|]", "Order", "context.Orders[0]"));

    [Theory]
    [InlineData("IReadOnlyList<Order>", "context.Orders.ToList()")]
    [InlineData("Order[]", "context.Orders.ToArray()")]
    [InlineData("Result<Order>", "throw new Exception()")]
    public Task SeveralEntities_Report(string result, string body) => Check(Shop, Handler("[|Get|]", result, body));

    [Theory]
    [InlineData("Order", "context.Orders.AsNoTracking().First()")]
    [InlineData("OrderView", "new OrderView(context.Orders[0].Id)")]
    [InlineData("IReadOnlyList<OrderView>", "context.Orders.Select(order => new OrderView(order.Id)).ToList()")]
    [InlineData("int", "context.Orders.Count")]
    public Task DataOfItsOwn_IsSilent(string result, string body) => Check(Shop, Handler("Get", result, body));

    [Fact]
    public Task AnApplicationThatTracksNothing_IsSilent() => Check(
        Shop, Handler("Get", "Order", "context.Orders[0]"),
        """
        using Microsoft.EntityFrameworkCore;
        public static class Startup { public static void Add(object options) => options.UseQueryTrackingBehavior(); }
        """);

    [Fact]
    public Task ACommandAndAnEntityOfNoKnownContext_AreSilent() => Check(
        Shop,
        """
        [Query] public sealed partial record Get : IQuery<Shop.Order>;
        [Command] public sealed partial record Do : ICommand<IQueryable<int>>;
        public static class Orders { [Handler] public static Shop.Order Get(Get query, IServiceProvider all) => new(); }
        """);

    private static string Handler(string name, string result, string body) =>
        $$"""
        using Microsoft.EntityFrameworkCore;
        using Shop;
        [Query] public sealed partial record {{name}} : IQuery<{{result}}>;
        public static class Queries
        {
            [Handler] public static {{result}} Get(Get query, ShopContext context) => {{body}};
        }
        """;
}
