using CqrsGen.Analyzers.Messages;

namespace CqrsGen.Analyzers.Tests.Messages;

public sealed class CarriedServiceTests : RuleTests<CarriedServiceAnalyzer>
{
    private const string Shop =
        """
        namespace Microsoft.EntityFrameworkCore { public class DbContext; }
        namespace Shop
        {
            public interface IOrders;
            public sealed class Orders : IOrders;
            public sealed class ShopContext : Microsoft.EntityFrameworkCore.DbContext;
            public sealed record Address(string City);
            public static class Startup
            {
                public static void Add(IServiceCollection services) => services.AddScoped<IOrders, Orders>();
            }
        }
        """;

    [Theory]
    [InlineData("IOrders", "the service 'IOrders'. Take it in the handler.")]
    [InlineData("ShopContext", "the context 'ShopContext'. Take it in the handler.")]
    [InlineData(
        "MemoryStream", "the stream 'MemoryStream'. Carry the bytes, or a name by which the handler finds them.")]
    [InlineData("Action", "the delegate 'Action'. Carry the values that it works on.")]
    public Task WhatIsNoData_Reports(string type, string problem) => CheckMessage(
        $"A message carries data alone: 'X' of 'Place' is {problem}", Shop, Message($"{type} [|X|]"));

    [Theory]
    [InlineData("IServiceProvider")]
    [InlineData("IDispatcher")]
    [InlineData("ICommandBus?")]
    [InlineData("Stream")]
    [InlineData("TextReader")]
    [InlineData("Func<int, bool>")]
    [InlineData("Microsoft.Extensions.Logging.ILogger<Address>")]
    [InlineData("TimeProvider")]
    [InlineData("MessageContext")]
    public Task AForeignObject_Reports(string type) => Check(Shop, Message($"{type} [|X|]"));

    [Theory]
    [InlineData("int")]
    [InlineData("Address")]
    [InlineData("byte[]")]
    [InlineData("IReadOnlyList<Address>")]
    [InlineData("Orders")]
    [InlineData("Uri")]
    [InlineData("object")]
    public Task Data_IsSilent(string type) => Check(Shop, Message($"{type} X"));

    [Fact]
    public Task PropertiesAndFields_Report() => Check(
        Shop,
        """
        [Event]
        public sealed partial class Placed : IEvent
        {
            public Action? [|Undo|] { get; init; }
            private readonly System.IO.Stream? [|_file|] = null;
            public static Func<int>? Shared { get; }
            public override string ToString() => $"{_file}";
        }
        public sealed record NoMessage(Action Undo);
        """);

    private static string Message(string parameter) =>
        $$"""
        using System.IO;
        using Shop;
        [Command] public sealed partial record Place({{parameter}}) : ICommand;
        """;
}
