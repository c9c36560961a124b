using CqrsGen.EventSourcing;

namespace CqrsGen.Conformance;

internal static class IdempotencyCases
{
    public static EventStoreCase[] All =>
    [
        new("An append that comes again is answered as the first time", ComesAgain),
        new("An append that comes again is known whatever became of its streams", KnownAfterOthers),
        new("The same id with other content is an error", OtherContentIsAnError),
        new("Ordinals tell the appends of one command apart", OrdinalsTellApart),
        new("The same append many times at once is made once", OnceAmongMany),
    ];

    private static async Task ComesAgain(IEventStore store, CancellationToken token)
    {
        var request = Given.Request(
            new StreamAppend(Given.Order(1), ExpectedVersion.None, Given.Events(2)),
            new StreamAppend(Given.Order(2), ExpectedVersion.None, Given.Events(1)));
        var first = await store.AppendAsync(request, token).ConfigureAwait(false);
        var again = await store.AppendAsync(request, token).ConfigureAwait(false);

        Expect.Equal(first.IsDuplicate, false);
        Expect.Equal(again.IsDuplicate, true);
        Expect.Equal(again.LastPosition, first.LastPosition);
        Expect.Sequence(again.Streams, first.Streams);
        Expect.Equal((await store.AllAsync().ConfigureAwait(false)).Count, 3);
    }

    private static async Task KnownAfterOthers(IEventStore store, CancellationToken token)
    {
        var request = Given.Request(Given.Order(), ExpectedVersion.None, Given.Event());
        var first = await store.AppendAsync(request, token).ConfigureAwait(false);
        await store.AppendAsync(Given.Order(), ExpectedVersion.Any, Given.Events(3), token).ConfigureAwait(false);
        await store.DeleteStreamAsync(Given.Order(), ExpectedVersion.Any, token).ConfigureAwait(false);
        var again = await store.AppendAsync(request, token).ConfigureAwait(false);

        Expect.Sequence(again.Streams, first.Streams);
        Expect.Equal(again.IsDuplicate, true);
    }

    private static async Task OtherContentIsAnError(IEventStore store, CancellationToken token)
    {
        var request = Given.Request(Given.Order(), ExpectedVersion.Any, Given.Event("placed", "a"));
        await store.AppendAsync(request, token).ConfigureAwait(false);
        var @event = request.Streams[0].Events[0];
        byte[] payload = "{}"u8.ToArray();
        AppendRequest[] others =
        [
            request with { Streams = [request.Streams[0] with { Stream = Given.Order(2) }] },
            request with { Streams = [request.Streams[0] with { Events = [@event with { Type = "other" }] }] },
            request with { Streams = [request.Streams[0] with { Events = [@event with { SchemaVersion = 2 }] }] },
            request with { Streams = [request.Streams[0] with { Events = [@event with { Payload = payload }] }] },
            request with { Streams = [request.Streams[0] with { Events = [@event with { Tags = ["b"] }] }] },
            request with { Streams = [request.Streams[0] with { Events = [@event, Given.Event()] }] },
            request with
            {
                Streams = [request.Streams[0], new StreamAppend(Given.Order(3), ExpectedVersion.Any, Given.Events(1))],
            },
        ];
        foreach (var other in others)
        {
            var thrown = await Expect.ThrowsAsync<AppendIdReusedException>(
                () => store.TryAppendAsync(other, token).AsTask()).ConfigureAwait(false);
            Expect.Equal(thrown.Id, request.Id);
        }

        Expect.Equal((await store.AllAsync().ConfigureAwait(false)).Count, 1);
    }

    private static async Task OrdinalsTellApart(IEventStore store, CancellationToken token)
    {
        var request = Given.Request(Given.Order(), ExpectedVersion.Any, Given.Event());
        await store.AppendAsync(request, token).ConfigureAwait(false);
        var second = await store.AppendAsync(
            request with
            {
                Id = request.Id with { Ordinal = 1 },
                Streams = [request.Streams[0] with { Events = Given.Events(1) }],
            },
            token).ConfigureAwait(false);

        Expect.Equal(second.IsDuplicate, false);
        Expect.Equal(second.Streams[0].Version, 2);
    }

    private static async Task OnceAmongMany(IEventStore store, CancellationToken token)
    {
        var requests = Enumerable.Range(1, 20)
            .Select(static number => Given.Request(Given.Order(number), ExpectedVersion.None, Given.Events(2)))
            .ToArray();
        var results = await Task.WhenAll(Enumerable.Range(0, 400).Select(index => Task.Run(
            () => store.AppendAsync(requests[index % requests.Length], token).AsTask(), token))).ConfigureAwait(false);

        Expect.Equal(results.Count(static result => !result.IsDuplicate), 20);
        Expect.Equal(results.Select(static result => result.LastPosition).Distinct().Count(), 20);
        Expect.Equal((await store.AllAsync().ConfigureAwait(false)).Count, 40);
    }
}
