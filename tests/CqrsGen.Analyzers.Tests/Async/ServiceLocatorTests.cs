using CqrsGen.Analyzers.Async;

namespace CqrsGen.Analyzers.Tests.Async;

public sealed class ServiceLocatorTests : RuleTests<ServiceLocatorAnalyzer>
{
    [Fact]
    public Task AskingTheProvider_Reports() => CheckMessage(
        "A handler says what it needs: 'Listener' gets 'TimeProvider' from the service provider. Take it in the " +
        "constructor, or as a parameter of the method.",
        Listener("var time = services.[|GetRequiredService|]<TimeProvider>();"));

    [Theory]
    [InlineData("var time = services.[|GetService|](typeof(TimeProvider));")]
    [InlineData("var all = services.[|GetServices|]<TimeProvider>();")]
    [InlineData("var time = services.[|GetRequiredKeyedService|]<TimeProvider>(\"utc\");")]
    [InlineData("var time = ((IServiceProvider)_own).[|GetRequiredService|](typeof(TimeProvider));")]
    [InlineData("var time = this.Services.[|GetRequiredService|]<TimeProvider>();")]
    [InlineData("var time = new Lazy<TimeProvider>(() => services.[|GetRequiredService|]<TimeProvider>());")]
    [InlineData("var time = Http.RequestServices.[|GetRequiredService|]<TimeProvider>();")]
    public Task AnyWayOfAsking_Reports(string statement) => Check(Listener(statement));

    [Theory]
    [InlineData("using var scope = services.CreateScope(); scope.ServiceProvider.GetRequiredService<TimeProvider>();")]
    [InlineData("var time = services.GetRequiredKeyedService<TimeProvider>(@event.Name);")]
    [InlineData("var time = services.GetService(@event.GetType());")]
    [InlineData("static T Get<T>(IServiceProvider from) where T : class => from.GetRequiredService<T>();")]
    [InlineData("Func<IServiceProvider, object> make = p => p.GetRequiredService<TimeProvider>();")]
    public Task WhatNoParameterCouldAskFor_IsSilent(string statement) => Check(Listener(statement));

    [Fact]
    public Task WhatAHandlerCalls_Reports() => Check(
        """
        [Event] public sealed partial record Placed : IEvent;
        public sealed class Clock(IServiceProvider services)
        {
            public DateTimeOffset Now => services.GetRequiredService<TimeProvider>().GetUtcNow();
        }
        public sealed class Listener(Clock clock) : IEventHandler<Placed>
        {
            public ValueTask HandleAsync(Placed @event, CancellationToken token) { _ = clock.[|Now|]; return default; }
        }
        """);

    [Fact]
    public Task OtherClasses_AreSilent() => Check(
        """
        public sealed class Other(IServiceProvider services)
        {
            public TimeProvider Get() => services.GetRequiredService<TimeProvider>();
        }
        public static class Handlers
        {
            [Handler] public static void On(Placed @event, IServiceProvider services) =>
                services.[|GetRequiredService|]<TimeProvider>();
        }
        [Event] public sealed partial record Placed : IEvent;
        """);

    private static string Listener(string statement) =>
        $$"""
        [Event] public sealed partial record Placed(string Name) : IEvent;
        public sealed class Context { public required IServiceProvider RequestServices { get; init; } }
        public sealed class Listener(IServiceProvider services) : IEventHandler<Placed>
        {
            private readonly IServiceProvider _own = services;
            private IServiceProvider Services => _own;
            private Context Http => new() { RequestServices = _own };
            public ValueTask HandleAsync(Placed @event, CancellationToken token) { {{statement}} return default; }
        }
        """;
}
