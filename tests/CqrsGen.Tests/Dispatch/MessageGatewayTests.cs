using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CqrsGen.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Dispatch;

public sealed class MessageGatewayTests
{
    [Theory]
    [InlineData("Add", """{"amount":5}""", "5")]
    [InlineData("ForeignQuery", "{}", "\"answer\"")]
    [InlineData("ForeignStream", "{}", "[1,2]")]
    [InlineData("ForeignVoid", "{}", "")]
    [InlineData("ForeignEvent", "{}", "")]
    public async Task MessagesAreDispatchedByNameAndJson(string name, string json, string reply)
    {
        using var provider = Create();

        Encoding.UTF8.GetString((await Dispatch(provider, name, json)).Span).ShouldBe(reply);
    }

    [Fact]
    public async Task AnUnknownNameIsRefused()
    {
        using var provider = Create();

        (await Should.ThrowAsync<HandlerNotFoundException>(async () => await Dispatch(provider, "Ad", "{}")))
            .Message.ShouldContain("'Ad'");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{\"amount\":")]
    [InlineData("[]")]
    public async Task WhatIsNoMessageIsRefused(string json)
    {
        using var provider = Create();

        await Should.ThrowAsync<JsonException>(async () => await Dispatch(provider, "Add", json));
    }

    [Fact]
    public async Task AMissingJsonContractSaysWhatToAdd()
    {
        using var provider = ShopContainer.Create();

        (await Should.ThrowAsync<CqrsConfigurationException>(async () => await Dispatch(provider, "Add", "{}")))
            .Message.ShouldContain("[JsonSerializable(typeof(Add))]");
    }

    private static ServiceProvider Create() => ShopContainer.Create(
        configure: static options => options.Json.TypeInfoResolverChain.Add(ShopJson.Default));

    private static ValueTask<ReadOnlyMemory<byte>> Dispatch(ServiceProvider provider, string name, string json) =>
        provider.GetRequiredService<IMessageGateway>().DispatchAsync(name, Encoding.UTF8.GetBytes(json));
}

[JsonSerializable(typeof(Add))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ForeignVoid))]
[JsonSerializable(typeof(ForeignQuery))]
[JsonSerializable(typeof(ForeignStream))]
[JsonSerializable(typeof(ForeignEvent))]
internal sealed partial class ShopJson : JsonSerializerContext;
