using CqrsGen.EventSourcing;

namespace CqrsGen.Conformance;

internal static class BadInputCases
{
    public static EventStoreCase[] All =>
    [
        new("Malformed appends are refused and leave nothing", MalformedIsRefused),
        new("A token that is cancelled already stops every call", CancelledBefore),
        new("Malformed reads are refused", MalformedReads),
    ];

    private static async Task MalformedIsRefused(IEventStore store, CancellationToken token)
    {
        var good = Given.Event();
        NewEvent[] bad =
        [
            null!,
            good with { Id = Guid.Empty },
            good with { Type = "" },
            good with { Type = null! },
            good with { Type = "a\nb" },
            good with { Type = new string('x', 201) },
            good with { SchemaVersion = 0 },
            good with { Payload = default },
            good with { Metadata = null! },
            good with { Tags = null! },
            good with { Tags = [""] },
            good with { Tags = [null!] },
            good with { Tags = ["a\nb"] },
            good with { Tags = [.. Enumerable.Range(0, 65).Select(static number => $"t{number}")] },
            good with { Payload = new byte[(16 * 1024 * 1024) + 1] },
        ];
        var requests = bad.Select(@event => Given.Request(Given.Order(), ExpectedVersion.Any, @event)).ToList();
        var request = Given.Request(Given.Order(), ExpectedVersion.Any, good);
        requests.AddRange(
        [
            null!,
            request with { Streams = null! },
            request with { Streams = [] },
            request with { Streams = [null!] },
            request with { Streams = [request.Streams[0] with { Events = null! }] },
            request with { Streams = [request.Streams[0] with { Events = [] }] },
            request with { Streams = [request.Streams[0] with { Stream = default }] },
            request with { Streams = [request.Streams[0], request.Streams[0] with { Events = Given.Events(1) }] },
            request with { Conditions = null! },
            request with { Conditions = [new AppendCondition([], 0)] },
            request with { Conditions = [Given.Condition(-1, "a")] },
            request with { Conditions = [Given.Condition(0)] },
            request with { Streams = [request.Streams[0] with { Events = Given.Events(10_001) }] },
        ]);
        foreach (var malformed in requests)
        {
            await Expect.ThrowsAsync<ArgumentException>(async () =>
                await store.TryAppendAsync(malformed, token).ConfigureAwait(false)).ConfigureAwait(false);
        }

        Expect.Equal((await store.AllAsync().ConfigureAwait(false)).Count, 0);
    }

    private static async Task CancelledBefore(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(Given.Order(), ExpectedVersion.None, Given.Events(1), token).ConfigureAwait(false);
        var append = Given.Request(Given.Order(), ExpectedVersion.Any, Given.Event());
        var cancelled = new CancellationToken(canceled: true);
        Func<Task>[] calls =
        [
            () => store.TryAppendAsync(append, cancelled).AsTask(),
            () => store.ReadPageAsync(EventQuery.All, 1, cancelled).AsTask(),
            () => store.ReadStreamAsync(new StreamQuery(Given.Order()), cancelled).ListAsync(),
            () => store.GetHeadAsync(cancelled).AsTask(),
            () => store.WaitForEventsAsync(100, cancelled).AsTask(),
            () => store.FindStreamAsync(Given.Order(), cancelled).AsTask(),
            () => store.SetStreamMetadataAsync(Given.Order(), "{}"u8.ToArray(), cancelled).AsTask(),
            () => store.ArchiveStreamAsync(Given.Order(), ExpectedVersion.Any, cancelled).AsTask(),
            () => store.DeleteStreamAsync(Given.Order(), ExpectedVersion.Any, cancelled).AsTask(),
        ];
        foreach (var call in calls)
        {
            await Expect.ThrowsAsync<OperationCanceledException>(async () => await call().ConfigureAwait(false))
                .ConfigureAwait(false);
        }

        Expect.Equal((await store.StreamAsync(Given.Order()).ConfigureAwait(false)).Count, 1);
    }

    private static async Task MalformedReads(IEventStore store, CancellationToken token)
    {
        await Expect.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await store.ReadPageAsync(EventQuery.All, 0, token).ConfigureAwait(false)).ConfigureAwait(false);
        await Expect.ThrowsAsync<ArgumentNullException>(async () =>
            await store.ReadPageAsync(null!, 1, token).ConfigureAwait(false)).ConfigureAwait(false);
        await Expect.ThrowsAsync<ArgumentNullException>(() => store.ReadStreamAsync(null!, token).ListAsync())
            .ConfigureAwait(false);
    }
}
