using CqrsGen.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CqrsGen.Tests.BuiltIn;

public sealed class LoggingMiddlewareTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void StartAndEndAreLoggedAtDebugWithDurationOutcomeAndCorrelation()
    {
        using var log = new LogRecorder(LogLevel.Debug);
        using var provider = Container(log);
        using var _ = provider.GetRequiredService<IMessageContextAccessor>().Begin(new() { CorrelationId = "c-1" });
        var logging = new LoggingMiddleware(provider.Composition());

        long state = logging.Before(Infos.Command);
        _time.Advance(TimeSpan.FromMilliseconds(12.5));
        logging.After(Infos.Command, state);

        log.Entries.ShouldBe(
        [
            new("CqrsGen.Commands", LogLevel.Debug, new(1000, "Started"),
                "PlaceOrder started. Correlation id c-1.", null),
            new("CqrsGen.Commands", LogLevel.Debug, new(1001, "Ended"),
                "PlaceOrder ended after 12.5 ms: ok. Correlation id c-1.", null),
        ]);
    }

    [Fact]
    public void EachKindHasItsCategory()
    {
        using var log = new LogRecorder(LogLevel.Debug);
        using var provider = Container(log);
        var logging = new LoggingMiddleware(provider.Composition());

        logging.Before(Infos.Query);
        logging.Before(Infos.StreamQuery);
        logging.Before(Infos.Event);

        log.Entries.Select(static entry => entry.Category)
            .ShouldBe(["CqrsGen.Queries", "CqrsGen.Queries", "CqrsGen.Events"]);
    }

    [Fact]
    public void AFaultIsLoggedAsErrorWithItsException()
    {
        using var log = new LogRecorder(LogLevel.Information);
        using var provider = Container(log);
        var logging = new LoggingMiddleware(provider.Composition());
        var fault = new InvalidOperationException("secret");

        logging.Failed(Infos.Command, fault, logging.Before(Infos.Command));

        var entry = log.Entries.ShouldHaveSingleItem();
        entry.Level.ShouldBe(LogLevel.Error);
        entry.Exception.ShouldBeSameAs(fault);
        entry.Text.ShouldContain("unexpected");
        entry.Text.ShouldNotContain("secret");
    }

    [Fact]
    public void AnExpectedFailureIsLoggedAtTheLevelOfItsCategoryWithDetailsInTheScope()
    {
        using var log = new LogRecorder(LogLevel.Information);
        using var provider = Container(log);
        var logging = new LoggingMiddleware(provider.Composition());
        var error = Error.NotFound("order.not_found", "No such order.").WithDetail("shard", 3);

        logging.Failed(Infos.Query, error.ToException(), logging.Before(Infos.Query));

        var entry = log.Entries.ShouldHaveSingleItem();
        entry.Level.ShouldBe(LogLevel.Information);
        entry.Exception.ShouldBeNull();
        entry.Text.ShouldStartWith("GetOrder failed after 0 ms: order.not_found: No such order.");
        log.Scopes.ShouldHaveSingleItem().ShouldBeSameAs(error.Details);
    }

    [Fact]
    public void AFailureBelowTheLevelIsNotLogged()
    {
        using var log = new LogRecorder(LogLevel.Error);
        using var provider = Container(log);
        var logging = new LoggingMiddleware(provider.Composition());

        logging.Failed(Infos.Query, new NotFoundException("a", "b"), logging.Before(Infos.Query));

        log.Entries.ShouldBeEmpty();
    }

    [Fact]
    public void NothingIsMeasuredOrAllocatedWhenTheCategoryIsOff()
    {
        using var log = new LogRecorder(LogLevel.None);
        using var provider = Container(log);
        var logging = new LoggingMiddleware(provider.Composition());
        logging.After(Infos.Command, logging.Before(Infos.Command));

        long before = GC.GetAllocatedBytesForCurrentThread();
        long state = logging.Before(Infos.Command);
        logging.After(Infos.Command, state);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        state.ShouldBe(long.MinValue);
    }

    [Fact]
    public void WithoutLoggingInTheContainerNothingHappens()
    {
        using var provider = Kit.Container.Create();
        var logging = new LoggingMiddleware(provider.Composition());

        logging.Before(Infos.Command).ShouldBe(long.MinValue);
    }

    private ServiceProvider Container(LogRecorder log) => Kit.Container.Create(
        services => services.AddSingleton<ILoggerFactory>(log).AddSingleton<TimeProvider>(_time));
}
