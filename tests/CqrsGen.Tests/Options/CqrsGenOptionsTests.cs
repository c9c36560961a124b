using CqrsGen.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Options;

public sealed class CqrsGenOptionsTests
{
    private const string Expected = "Expected is a number of seconds such as 30, a time such as 00:00:30, or 0 to " +
        "switch the timeout off.";

    [Fact]
    public void WithoutAnythingTheDefaultsHold()
    {
        var options = OptionsOf([]);

        options.Timeouts.Command.ShouldBe(TimeSpan.FromSeconds(30));
        options.Timeouts.Query.ShouldBe(TimeSpan.FromSeconds(10));
        options.Timeouts.Messages.ShouldBeEmpty();
    }

    [Fact]
    public void TheConfigurationWinsOverTheCode()
    {
        var options = OptionsOf(
            new() { ["CqrsGen:Timeouts:Command"] = "5" },
            code =>
            {
                code.Timeouts.Command = TimeSpan.FromSeconds(1);
                code.Timeouts.Query = TimeSpan.FromSeconds(2);
            });

        options.Timeouts.Command.ShouldBe(TimeSpan.FromSeconds(5));
        options.Timeouts.Query.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("0.25", 0.25)]
    [InlineData("0", 0)]
    [InlineData("00:01:30", 90)]
    public void LimitsAreSecondsOrTimes(string text, double seconds) =>
        OptionsOf(new() { ["CqrsGen:Timeouts:Query"] = text }).Timeouts.Query
            .ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void NullAndAnEmptyObjectAreAProblem() =>
        Should.Throw<CqrsConfigurationException>(() => OptionsOf(
                new() { ["CqrsGen:Timeouts:Query"] = null, ["CqrsGen:Timeouts:Messages:GetOrder"] = null }))
            .Problems.ShouldBe(
            [
                "CqrsGen:Timeouts:Messages:GetOrder is null or an empty object. " + Expected,
                "CqrsGen:Timeouts:Query is null or an empty object. " + Expected,
            ]);

    [Theory]
    [InlineData("CqrsGen", null)]
    [InlineData("CqrsGen", "")] // As null is read by the configuration of .NET 8 and 9.
    [InlineData("CqrsGen:Timeouts", null)]
    [InlineData("CqrsGen:Timeouts", "")]
    [InlineData("CqrsGen:Timeouts:Messages", null)]
    [InlineData("CqrsGen:Timeouts:Messages", "")]
    public void ASectionThatIsNullOrEmptySetsNothing(string section, string? value)
    {
        var options = OptionsOf(new() { [section] = value });

        options.Timeouts.Command.ShouldBe(TimeSpan.FromSeconds(30));
        options.Timeouts.Query.ShouldBe(TimeSpan.FromSeconds(10));
        options.Timeouts.Messages.ShouldBeEmpty();
    }

    [Fact]
    public void KeysIgnoreCase()
    {
        var options = OptionsOf(
            new() { ["cqrsgen:timeouts:QUERY"] = "1", ["cqrsgen:timeouts:messages:placeOrder"] = "2" });

        options.Timeouts.Query.ShouldBe(TimeSpan.FromSeconds(1));
        options.Timeouts.Messages["PlaceOrder"].ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("PlaceOrders", "Did you mean PlaceOrder?")]
    [InlineData("getordr", "Did you mean GetOrder?")]
    [InlineData("Shop.PlaceOrder", "Did you mean PlaceOrder?")]
    [InlineData("CancelOrder", "Did you mean orders.cancel?")]
    [InlineData("Shop.Orders.CancelOrder", "Did you mean orders.cancel?")]
    [InlineData("CancelOrders", "Did you mean orders.cancel?")]
    [InlineData("order.cancel", "Did you mean orders.cancel?")]
    [InlineData(
        "Reindex", "Write the wire name of a message: the Name of its attribute, or else its type's name.")]
    public void ANameThatNoMessageHasIsAProblem(string name, string remedy) =>
        Should.Throw<CqrsConfigurationException>(() => OptionsOf(
            new() { [$"CqrsGen:Timeouts:Messages:{name}"] = "5" }))
        .Problems.ShouldHaveSingleItem().ShouldBe(
            $"CqrsGen:Timeouts:Messages:{name} names no message of the application. {remedy}");

    [Theory]
    [InlineData("OrderPlaced", "an event. Events have no timeout.")]
    [InlineData("Shop.OrderPlaced", "an event. Events have no timeout.")]
    [InlineData("ListOrders", "a stream query. Stream queries have no timeout.")]
    [InlineData("ExportOrders", "a message whose result does its work later. Such messages have no timeout.")]
    public void ATimeoutOfAMessageWithoutOneIsAProblem(string name, string reason) =>
        Should.Throw<CqrsConfigurationException>(() => OptionsOf(
            [], code => code.Timeouts.Messages[name] = TimeSpan.FromSeconds(1)))
        .Problems.ShouldHaveSingleItem().ShouldBe(
            $"CqrsGen:Timeouts:Messages:{name} names {reason} Remove it.");

    [Fact]
    public void ANameInTheCodeThatNoMessageHasIsReportedWithTheOtherProblems() =>
        Should.Throw<CqrsConfigurationException>(() => OptionsOf(
            new() { ["CqrsGen:Timeouts:Query"] = "fast" },
            static code => code.Timeouts.Messages["Placed"] = TimeSpan.FromSeconds(1)))
        .Problems.Count.ShouldBe(2);

    [Fact]
    public void EveryProblemIsReportedAtOnce()
    {
        var exception = Should.Throw<CqrsConfigurationException>(() => OptionsOf(
            new()
            {
                ["CqrsGen:Timeouts:Comand"] = "5",
                ["CqrsGen:Timeouts:Query"] = "fast",
                ["CqrsGen:Timeouts:Messages:PlaceOrder"] = "-1",
                ["CqrsGen:Logging:Level"] = "Debug",
                ["CqrsGen:Timeouts"] = "30",
            }));

        exception.Problems.ShouldBe(
            [
                "CqrsGen:Logging is not an option. There are: Timeouts.",
                "CqrsGen:Timeouts is '30', but it is a section and has no value of its own.",
                "CqrsGen:Timeouts:Comand is not an option. Did you mean Command?",
                "CqrsGen:Timeouts:Query is 'fast'. Expected is a number of seconds such as 30, a time such as " +
                "00:00:30, or 0 to switch the timeout off.",
                "CqrsGen:Timeouts:Messages:PlaceOrder is -00:00:01. It must not be negative; 0 switches the timeout " +
                "off.",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1e300")]
    [InlineData("NaN")]
    [InlineData("30 s")]
    [InlineData("12:99")]
    public void WhatIsNoTimeIsAProblem(string text) =>
        Should.Throw<CqrsConfigurationException>(() => OptionsOf(new() { ["CqrsGen:Timeouts:Query"] = text }))
            .Problems.ShouldHaveSingleItem().ShouldStartWith($"CqrsGen:Timeouts:Query is '{text}'.");

    [Fact]
    public void ASectionInThePlaceOfALimitIsAProblem() =>
        Should.Throw<CqrsConfigurationException>(() => OptionsOf(new() { ["CqrsGen:Timeouts:Query:Seconds"] = "3" }))
            .Problems.ShouldHaveSingleItem().ShouldStartWith("CqrsGen:Timeouts:Query is a section.");

    [Fact]
    public void ANegativeLimitInTheCodeIsAProblem() =>
        Should.Throw<CqrsConfigurationException>(() =>
                OptionsOf([], static code => code.Timeouts.Command = TimeSpan.FromSeconds(-5)))
            .Message.ShouldContain("CqrsGen:Timeouts:Command is -00:00:05");

    [Fact]
    public void AConfigurationCanBePassedWholeOrAsItsSection()
    {
        var configuration = Configuration(new() { ["CqrsGen:Timeouts:Query"] = "3" });
        foreach (var passed in new IConfiguration[] { configuration, configuration.GetSection("CqrsGen") })
        {
            var services = new ServiceCollection();
            CqrsGenServices.Add(services, new CompositionPlan(), null, passed);
            using var provider = services.BuildServiceProvider();

            provider.GetRequiredService<CqrsGenOptions>().Timeouts.Query.ShouldBe(TimeSpan.FromSeconds(3));
        }
    }

    [Fact]
    public void JsonOptionsWithoutContextsDoNotKeepTheApplicationFromStarting()
    {
        OptionsOf([]).Json.IsReadOnly.ShouldBeFalse();
        OptionsOf([], static code => code.Json.TypeInfoResolverChain.Add(
                new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver()))
            .Json.IsReadOnly.ShouldBeTrue();
    }

    [Fact]
    public void TheLimitOfAMessageIsByNameThenItsOwnThenThatOfItsKind()
    {
        var options = new TimeoutOptions();
        var own = new MessageInfo("Own", MessageKind.Command, typeof(int), TimeSpan.FromSeconds(3));

        options.LimitOf(Kit.Infos.Command).ShouldBe(TimeSpan.FromSeconds(30));
        options.LimitOf(Kit.Infos.Query).ShouldBe(TimeSpan.FromSeconds(10));
        options.LimitOf(Kit.Infos.Event).ShouldBeNull();
        options.LimitOf(Kit.Infos.StreamQuery).ShouldBeNull();
        options.LimitOf(own).ShouldBe(TimeSpan.FromSeconds(3));
        options.LimitOf(own with { Timeout = Timeout.InfiniteTimeSpan }).ShouldBeNull();

        options.Messages["Own"] = TimeSpan.Zero;
        options.Messages["OrderPlaced"] = TimeSpan.FromSeconds(1);
        options.LimitOf(own).ShouldBeNull();
        options.LimitOf(Kit.Infos.Event).ShouldBe(TimeSpan.FromSeconds(1));
    }

    private static CqrsGenOptions OptionsOf(
        Dictionary<string, string?> configuration, Action<CqrsGenOptions>? code = null)
    {
        using var provider = Kit.ShopContainer.Create(
            services => services.AddSingleton<IConfiguration>(Configuration(configuration)), code);
        return provider.GetRequiredService<CqrsGenOptions>();
    }

    private static IConfigurationRoot Configuration(Dictionary<string, string?> values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values).Build();
}
