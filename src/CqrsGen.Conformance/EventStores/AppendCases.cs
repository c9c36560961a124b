using CqrsGen.EventSourcing;

namespace CqrsGen.Conformance;

internal static class AppendCases
{
    public static EventStoreCase[] All =>
    [
        new("An append comes back as it was given", ComesBack),
        new("Versions of a stream are dense and positions ascend", VersionsAreDense),
        new("An append to several streams is one", SeveralStreamsAreOne),
        new("A conflict on one stream of several appends nothing", ConflictAppendsNothing),
        new("Every expectation is judged", ExpectationsAreJudged),
        new("A stream without events is checked and not made", ChecksWithoutEvents),
        new("An event's id is stored once", EventIdsAreUnique),
        new("A conflict fails nobody else", ConflictFailsNobodyElse),
        new("Large payloads and many events are kept", LargeIsKept),
        new("Odd names and contents are kept", OddIsKept),
    ];

    private static async Task ComesBack(IEventStore store, CancellationToken token)
    {
        var given = Given.Event("placed", "customer:1", "region:eu") with
        {
            SchemaVersion = 3,
            Metadata = new EventMetadata
            {
                CorrelationId = "c",
                CausationId = new Guid("00000000-0000-0000-0000-000000000007"),
                UserId = "ada",
                TenantId = "acme",
                Headers = new Dictionary<string, string> { ["traceparent"] = "00-1", ["b"] = "" },
            },
        };
        var result = await store.AppendAsync(Given.Order(), ExpectedVersion.None, [given], token).ConfigureAwait(false);
        var stored = (await store.StreamAsync(Given.Order()).ConfigureAwait(false)).Single();

        Expect.Equal(stored.Position, result.LastPosition);
        Expect.Equal(result.IsDuplicate, false);
        Expect.Sequence(result.Streams, [new AppendedStream(Given.Order(), 1, 1)]);
        Expect.Equal(stored.Stream, Given.Order());
        Expect.Equal(stored.Version, 1);
        Expect.Equal(stored.Id, given.Id);
        Expect.Equal(stored.Type, "placed");
        Expect.Equal(stored.SchemaVersion, 3);
        Expect.Equal(Given.Text(stored.Payload), Given.Text(given.Payload));
        Expect.Sequence(stored.Tags, given.Tags);
        Expect.Equal(stored.Metadata with { Headers = given.Metadata.Headers }, given.Metadata);
        Expect.Sequence(
            stored.Metadata.Headers.OrderBy(static header => header.Key),
            given.Metadata.Headers.OrderBy(static header => header.Key));
        Expect.Equal(stored.RecordedAt.Offset, TimeSpan.Zero);
    }

    private static async Task VersionsAreDense(IEventStore store, CancellationToken token)
    {
        for (int round = 0; round < 5; round++)
        {
            await store.AppendAsync(Given.Order(1), ExpectedVersion.Exactly(round * 3), Given.Events(3), token)
                .ConfigureAwait(false);
            await store.AppendAsync(Given.Order(2), ExpectedVersion.Any, Given.Events(1), token).ConfigureAwait(false);
        }

        var stream = await store.StreamAsync(Given.Order(1)).ConfigureAwait(false);
        var all = await store.AllAsync().ConfigureAwait(false);
        Expect.Sequence(
            stream.Select(static found => found.Version), Enumerable.Range(1, 15).Select(static n => (long)n));
        Expect.Equal(all.Count, 20);
        Expect.True(all.Zip(all.Skip(1)).All(static pair => pair.First.Position < pair.Second.Position));
        Expect.True(all[0].Position > 0);
        Expect.Equal(await store.GetHeadAsync(token).ConfigureAwait(false), all[^1].Position);
    }

    private static async Task SeveralStreamsAreOne(IEventStore store, CancellationToken token)
    {
        var request = Given.Request(
            new StreamAppend(Given.Order(2), ExpectedVersion.None, Given.Events(2)),
            new StreamAppend(Given.Order(1), ExpectedVersion.Any, Given.Events(1)));
        var result = await store.AppendAsync(request, token).ConfigureAwait(false);

        Expect.Sequence(
            result.Streams, [new AppendedStream(Given.Order(2), 2, 2), new AppendedStream(Given.Order(1), 1, 1)]);
        var all = await store.AllAsync().ConfigureAwait(false);
        Expect.Sequence(
            all.Select(static found => $"{found.Stream}@{found.Version}"), ["order-2@1", "order-2@2", "order-1@1"]);
        Expect.Equal(result.LastPosition, all[^1].Position);
    }

    private static async Task ConflictAppendsNothing(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(Given.Order(1), ExpectedVersion.None, Given.Events(1), token).ConfigureAwait(false);
        var request = Given.Request(
            new StreamAppend(Given.Order(2), ExpectedVersion.None, Given.Events(2)),
            new StreamAppend(Given.Order(1), ExpectedVersion.None, Given.Events(1)));
        var outcome = await store.TryAppendAsync(request, token).ConfigureAwait(false);

        Expect.Equal(
            outcome.Conflict, new AppendConflict.Version(Given.Order(1), ExpectedVersion.None, Actual: 1));
        Expect.Equal((await store.AllAsync().ConfigureAwait(false)).Count, 1);
        Expect.Equal(await store.FindStreamAsync(Given.Order(2), token).ConfigureAwait(false), null);

        // The id is not used up: decided anew, it appends.
        var again = request with
        {
            Streams = [request.Streams[0], request.Streams[1] with { Expected = ExpectedVersion.Exactly(1) }],
        };
        Expect.True((await store.TryAppendAsync(again, token).ConfigureAwait(false)).IsAppended);
    }

    private static async Task ExpectationsAreJudged(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(Given.Order(1), ExpectedVersion.None, Given.Events(2), token).ConfigureAwait(false);
        (StreamName Stream, ExpectedVersion Expected, bool IsMet)[] table =
        [
            (Given.Order(1), ExpectedVersion.None, false),
            (Given.Order(1), ExpectedVersion.Exactly(0), false),
            (Given.Order(1), ExpectedVersion.Exactly(1), false),
            (Given.Order(1), ExpectedVersion.Exactly(3), false),
            (Given.Order(2), ExpectedVersion.Exists, false),
            (Given.Order(2), ExpectedVersion.Exactly(1), false),
            (Given.Order(1), ExpectedVersion.Exactly(2), true),
            (Given.Order(1), ExpectedVersion.Exists, true),
            (Given.Order(1), ExpectedVersion.Any, true),
            (Given.Order(2), ExpectedVersion.Any, true),
            (Given.Order(3), ExpectedVersion.None, true),
            (Given.Order(4), ExpectedVersion.Exactly(0), true),
        ];
        foreach (var (stream, expected, isMet) in table)
        {
            var outcome = await store.TryAppendAsync(Given.Request(stream, expected, Given.Event()), token)
                .ConfigureAwait(false);
            Expect.Equal(outcome.IsAppended, isMet, $"{stream} expected {expected}");
        }
    }

    private static async Task ChecksWithoutEvents(IEventStore store, CancellationToken token)
    {
        var request = Given.Request(
            new StreamAppend(Given.Order(1), ExpectedVersion.None, []),
            new StreamAppend(Given.Order(2), ExpectedVersion.None, Given.Events(1)));
        var result = await store.AppendAsync(request, token).ConfigureAwait(false);
        Expect.Equal(result.Streams[0], new AppendedStream(Given.Order(1), 0, 0));
        Expect.Equal(await store.FindStreamAsync(Given.Order(1), token).ConfigureAwait(false), null);

        var refused = await store.TryAppendAsync(
            Given.Request(
                new StreamAppend(Given.Order(2), ExpectedVersion.None, []),
                new StreamAppend(Given.Order(3), ExpectedVersion.None, Given.Events(1))),
            token).ConfigureAwait(false);
        Expect.True(refused.Conflict is AppendConflict.Version { Actual: 1 });
    }

    private static async Task EventIdsAreUnique(IEventStore store, CancellationToken token)
    {
        var first = Given.Event();
        await store.AppendAsync(Given.Order(1), ExpectedVersion.None, [first], token).ConfigureAwait(false);
        var twice = Given.Request(Given.Order(2), ExpectedVersion.Any, Given.Event(), first with { Type = "other" });
        var thrown = await Expect.ThrowsAsync<EventIdReusedException>(
            () => store.TryAppendAsync(twice, token).AsTask()).ConfigureAwait(false);
        Expect.Equal(thrown.Id, first.Id);

        var same = Given.Event();
        await Expect.ThrowsAsync<EventIdReusedException>(() => store.TryAppendAsync(
            Given.Request(Given.Order(2), ExpectedVersion.Any, same, same), token).AsTask()).ConfigureAwait(false);
        Expect.Equal((await store.AllAsync().ConfigureAwait(false)).Count, 1);
    }

    private static async Task ConflictFailsNobodyElse(IEventStore store, CancellationToken token)
    {
        var known = Given.Event();
        await store.AppendAsync(Given.Order(0), ExpectedVersion.None, [known], token).ConfigureAwait(false);
        var appends = Enumerable.Range(1, 200).Select(number => store.TryAppendAsync(
            number % 10 == 0
                ? Given.Request(Given.Order(0), ExpectedVersion.None, Given.Event())
                : number % 33 == 0
                    ? Given.Request(Given.Order(number), ExpectedVersion.None, known)
                    : Given.Request(Given.Order(number), ExpectedVersion.None, Given.Event()),
            token).AsTask()).ToArray();
        int good = 0;
        int conflicts = 0;
        int reused = 0;
        foreach (var append in appends)
        {
            try
            {
                _ = (await append.ConfigureAwait(false)).IsAppended ? good++ : conflicts++;
            }
            catch (EventIdReusedException)
            {
                reused++;
            }
        }

        Expect.Equal((good, conflicts, reused), (174, 20, 6));
        Expect.Equal((await store.AllAsync().ConfigureAwait(false)).Count, 175);
    }

    private static async Task LargeIsKept(IEventStore store, CancellationToken token)
    {
        byte[] large = new byte[1024 * 1024];
        Array.Fill(large, (byte)'7');
        await store.AppendAsync(Given.Order(1), ExpectedVersion.None, [Given.Event() with { Payload = large }], token)
            .ConfigureAwait(false);
        await store.AppendAsync(Given.Order(2), ExpectedVersion.None, Given.Events(3000), token).ConfigureAwait(false);

        var stored = (await store.StreamAsync(Given.Order(1)).ConfigureAwait(false)).Single();
        Expect.True(stored.Payload.Span.SequenceEqual(large));
        Expect.Equal((await store.StreamAsync(Given.Order(2)).ConfigureAwait(false)).Count, 3000);
        Expect.Equal((await store.AllAsync().ConfigureAwait(false)).Count, 3001);
    }

    private static async Task OddIsKept(IEventStore store, CancellationToken token)
    {
        string[] names = ["größe", "日本", "a'b\"c", "%_", "Ord", "ord", "x-y-z"];
        foreach (string name in names)
        {
            var given = Given.Event($"type {name}", $"tag:{name}") with
            {
                // Part of a larger buffer: the rest must not be stored.
                Payload = System.Text.Encoding.UTF8.GetBytes($"??{{\"n\":\"{name.Replace("\"", "")}\"}}").AsMemory(2),
            };
            var stream = new StreamName("odd", name);
            await store.AppendAsync(stream, ExpectedVersion.None, [given], token).ConfigureAwait(false);
            var stored = (await store.StreamAsync(stream).ConfigureAwait(false)).Single();
            Expect.Equal(stored.Stream.Id, name);
            Expect.Equal(stored.Type, given.Type);
            Expect.Equal(Given.Text(stored.Payload), Given.Text(given.Payload));
            var query = new EventQuery { Criteria = [new TagCriterion { Tags = given.Tags }], Types = [given.Type] };
            Expect.Equal((await store.AllAsync(query).ConfigureAwait(false)).Single().Id, given.Id);
        }
    }
}
