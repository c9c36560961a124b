using System.Diagnostics;
using System.Diagnostics.Metrics;
using CqrsGen.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CqrsGen.Tests.BuiltIn;

[Collection("telemetry")] // Sources are found by name in the whole process.
public sealed class TelemetryMiddlewareTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void CountsDurationsAndOutcomesAreExported()
    {
        var exporter = new MetricExporter();
        using var meters = Sdk.CreateMeterProviderBuilder()
            .AddMeter("CqrsGen").AddReader(new BaseExportingMetricReader(exporter)).Build();
        using var provider = Container();
        using var telemetry = new TelemetryMiddleware(provider.Composition());

        Run(telemetry, Infos.Command, TimeSpan.FromSeconds(0.02), null);
        Run(telemetry, Infos.Command, TimeSpan.FromSeconds(0.03), null);
        Run(telemetry, Infos.Command, TimeSpan.FromSeconds(2), new NotFoundException("a", "b"));
        Run(telemetry, Infos.Query, TimeSpan.FromSeconds(0.001), null);
        Run(telemetry, Infos.StreamQuery, TimeSpan.FromSeconds(0.001), new InvalidOperationException());
        Run(telemetry, Infos.Event, TimeSpan.FromSeconds(0.001), new TimeoutException());
        meters.ForceFlush();

        exporter.Values.ShouldBe(
            [
                "cqrs.command.duration{message=PlaceOrder,outcome=not_found} count 1 sum 2",
                "cqrs.command.duration{message=PlaceOrder,outcome=ok} count 2 sum 0.05",
                "cqrs.commands{message=PlaceOrder,outcome=not_found} 1",
                "cqrs.commands{message=PlaceOrder,outcome=ok} 2",
                "cqrs.event.duration{message=OrderPlaced,outcome=timeout} count 1 sum 0.001",
                "cqrs.events{message=OrderPlaced,outcome=timeout} 1",
                "cqrs.queries{message=GetOrder,outcome=ok} 1",
                "cqrs.queries{message=ListOrders,outcome=unexpected} 1",
                "cqrs.query.duration{message=GetOrder,outcome=ok} count 1 sum 0.001",
                "cqrs.query.duration{message=ListOrders,outcome=unexpected} count 1 sum 0.001",
            ],
            ignoreOrder: true);
        exporter.Units.ShouldContain("cqrs.command.duration s");
        exporter.Bounds.ShouldBe([0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]);
    }

    [Fact]
    public void ADispatchThatTookNoTimeAtAllIsStillRecorded()
    {
        var exporter = new MetricExporter();
        using var meters = Sdk.CreateMeterProviderBuilder()
            .AddMeter("CqrsGen").AddReader(new BaseExportingMetricReader(exporter)).Build();
        using var provider = Container();
        using var telemetry = new TelemetryMiddleware(provider.Composition());

        Run(telemetry, Infos.Command, TimeSpan.Zero, null);
        meters.ForceFlush();

        exporter.Values.ShouldContain("cqrs.command.duration{message=PlaceOrder,outcome=ok} count 1 sum 0");
    }

    [Fact]
    public void ActivitiesAreExportedWithStatusAndException()
    {
        var exporter = new ActivityExporter();
        using var tracing = Sdk.CreateTracerProviderBuilder()
            .AddSource("CqrsGen").AddProcessor(new SimpleActivityExportProcessor(exporter)).Build();
        using var provider = Container();
        using var telemetry = new TelemetryMiddleware(provider.Composition());

        Run(telemetry, Infos.Command, TimeSpan.Zero, null);
        Run(telemetry, Infos.Event, TimeSpan.Zero, new ConflictException("order.placed", "Already placed."));
        tracing.ForceFlush();

        exporter.Activities.Select(static activity => activity.DisplayName)
            .ShouldBe(["command PlaceOrder", "event OrderPlaced"]);
        var (ok, failed) = (exporter.Activities[0], exporter.Activities[1]);
        ok.Kind.ShouldBe(ActivityKind.Internal);
        ok.Status.ShouldBe(ActivityStatusCode.Unset);
        ok.GetTagItem("outcome").ShouldBe("ok");
        ok.GetTagItem("message").ShouldBe("PlaceOrder");
        failed.Status.ShouldBe(ActivityStatusCode.Error);
        failed.StatusDescription.ShouldBe("Already placed.");
        failed.GetTagItem("outcome").ShouldBe("conflict");
        failed.GetTagItem("error.type").ShouldBe("order.placed");
        failed.Events.ShouldHaveSingleItem().Name.ShouldBe("exception");
    }

    [Fact]
    public void TheActivityIsCurrentWhileTheMessageRunsAndTheCallersAfterwards()
    {
        using var tracing = Sdk.CreateTracerProviderBuilder()
            .AddSource("CqrsGen").AddSource("Caller").Build();
        using var caller = new ActivitySource("Caller");
        using var outer = caller.StartActivity("outer");
        using var provider = Container();
        using var telemetry = new TelemetryMiddleware(provider.Composition());

        var state = telemetry.Before(Infos.Command);
        Activity.Current!.DisplayName.ShouldBe("command PlaceOrder");
        Activity.Current.ParentSpanId.ShouldBe(outer!.SpanId);
        telemetry.After(Infos.Command, state);

        Activity.Current.ShouldBeSameAs(outer);
    }

    [Fact]
    public void NothingIsCreatedWhenNobodyListens()
    {
        using var provider = Container();
        using var telemetry = new TelemetryMiddleware(provider.Composition());
        var failure = new InvalidOperationException();
        Run(telemetry, Infos.Command, TimeSpan.Zero, null);
        Run(telemetry, Infos.Command, TimeSpan.Zero, failure);

        long before = GC.GetAllocatedBytesForCurrentThread();
        var state = telemetry.Before(Infos.Command);
        telemetry.After(Infos.Command, state);
        telemetry.Failed(Infos.Command, failure, state);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        state.Activity.ShouldBeNull();
        state.Started.ShouldBe(TelemetryState.NotMeasured);
    }

    [Fact]
    public void TheMeterComesFromTheContainersFactory()
    {
        using var factory = new Factory();
        using var provider = Kit.Container.Create(services => services.AddSingleton<IMeterFactory>(factory));
        using var telemetry = new TelemetryMiddleware(provider.Composition());

        factory.Names.ShouldBe(["CqrsGen"]);
    }

    private ServiceProvider Container() =>
        Kit.Container.Create(services => services.AddSingleton<TimeProvider>(_time));

    private void Run(TelemetryMiddleware telemetry, MessageInfo message, TimeSpan duration, Exception? failure)
    {
        var state = telemetry.Before(message);
        _time.Advance(duration);
        if (failure is null)
        {
            telemetry.After(message, state);
        }
        else
        {
            telemetry.Failed(message, failure, state);
        }
    }

    private sealed class Factory : IMeterFactory
    {
        public List<string> Names { get; } = [];

        public Meter Create(MeterOptions options)
        {
            Names.Add(options.Name);
            return new Meter(options);
        }

        public void Dispose()
        {
        }
    }
}
