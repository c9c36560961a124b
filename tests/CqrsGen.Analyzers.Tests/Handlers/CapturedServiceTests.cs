using CqrsGen.Analyzers.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class CapturedServiceTests : RuleTests<CapturedServiceAnalyzer>
{
    private const string Services =
        """
        using Microsoft.Extensions.DependencyInjection.Extensions;

        namespace Microsoft.EntityFrameworkCore { public class DbContext; }

        [Command] public sealed partial record Do : ICommand;
        public interface IOrders;
        public sealed class Orders : IOrders;
        public interface IShort;
        public interface IKnown;
        public interface IBoth;
        public interface IUnknown;
        public interface IGeneric<T>;
        public sealed class Generic<T> : IGeneric<T>;
        public sealed class Shop : Microsoft.EntityFrameworkCore.DbContext;
        public static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                services.AddScoped<IOrders, Orders>().TryAddTransient(typeof(IShort));
                services.AddSingleton<IKnown>(provider => null!);
                services.AddScoped(typeof(IGeneric<>), typeof(Generic<>));
                services.AddScoped<IBoth>(provider => null!);
                services.AddSingleton<IBoth>(provider => null!);
            }
        }
        """;

    [Fact]
    public async Task AHandlerThatCapturesAScopedService_Reports() =>
        (await Check(Services, Handler("Lifetime = HandlerLifetime.Singleton", "IOrders [|orders|]")))
        .ShouldHaveSingleItem().GetMessage().ShouldBe(
            "A singleton keeps what it takes for good: 'DoHandler' is a singleton but takes 'IOrders', which is " +
            "registered as scoped. Leave the lifetime out, or take an IServiceScopeFactory.");

    [Theory]
    [InlineData("IShort [|x|]")]
    [InlineData("Shop [|x|]")]
    [InlineData("IGeneric<int> [|x|]")]
    [InlineData("IEnumerable<IOrders> [|x|]")]
    [InlineData("Microsoft.Extensions.Options.IOptionsSnapshot<CqrsGenOptions> [|x|]")]
    [InlineData("IKnown known, IOrders [|x|], IShort [|y|]")]
    public Task ACapturedService_Reports(string parameters) =>
        Check(Services, Handler("Lifetime = HandlerLifetime.Singleton", parameters));

    [Theory]
    [InlineData("IKnown x")]
    [InlineData("IBoth x")]
    [InlineData("IUnknown x")]
    [InlineData("IServiceProvider x, IServiceScopeFactory y, TimeProvider z")]
    [InlineData("ICommandBus a, IQueryBus b, IEventBus c, IDispatcher d, Dispatcher e")]
    public Task WhatLivesLongEnough_IsSilent(string parameters) =>
        Check(Services, Handler("Lifetime = HandlerLifetime.Singleton", parameters));

    [Theory]
    [InlineData("Lifetime = HandlerLifetime.Scoped")]
    [InlineData("Lifetime = HandlerLifetime.Inferred")]
    [InlineData("Order = 1")]
    public Task AHandlerThatIsNoSingleton_IsSilent(string options) => Check(Services, Handler(options, "IOrders " +
        "orders"));

    [Fact]
    public Task Middleware_Reports() => Check(
        Services,
        """
        [Middleware(Lifetime = HandlerLifetime.Singleton)]
        public sealed class Timing(IOrders [|orders|])
        {
            public void Before<TMessage>(TMessage message) => orders.ToString();
        }
        """);

    [Fact]
    public Task AMarkedMethod_Reports() => Check(
        Services,
        """
        public sealed class Handlers(IShort [|x|])
        {
            [Handler(Lifetime = HandlerLifetime.Singleton)]
            public void On(Do command, IOrders [|orders|], CancellationToken token) => x.ToString();
        }
        """);

    [Fact]
    public Task RegistrationsOfOthers_AreSilent() => Check(
        """
        public interface IOrders;
        public static class Other { public static void AddScoped<T>(this List<T> list) { } }
        public static class Startup { public static void Add(List<IOrders> list) => list.AddScoped<IOrders>(); }
        """,
        "[Command] public sealed partial record Do : ICommand;" + Handler(
            "Lifetime = HandlerLifetime.Singleton", "IOrders orders"));

    private static string Handler(string options, string parameters) =>
        $$"""
        [Handler({{options}})]
        public sealed class DoHandler({{parameters}}) : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        """;

    [Fact]
    public Task AFakeThatIsNotDiscovered_IsSilent() => Check(
        """
        [Command] public sealed partial record Do : ICommand;
        [NotDiscovered, Handler(Lifetime = HandlerLifetime.Singleton)]
        public sealed class Fake(Microsoft.Extensions.Options.IOptionsSnapshot<object> options) : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) =>
                throw new Exception($"{options}");
        }
        """);
}
