using CqrsGen.EventSourcing;

namespace CqrsGen.Conformance;

internal static class ClosingCases
{
    public static EventStoreCase[] All =>
    [
        new("An archived stream is closed and hidden, and read by who asks", Archives),
        new("A deleted stream is erased and its name stays taken", Deletes),
        new("Closing judges what is expected", ClosingIsJudged),
        new("Positions and versions of erased events are never given again", NothingIsGivenAgain),
        new("Metadata of a stream are kept and replaced", KeepsMetadata),
    ];

    private static async Task Archives(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(Given.Order(1), ExpectedVersion.None, Given.Events(3), token).ConfigureAwait(false);
        await store.AppendAsync(Given.Order(2), ExpectedVersion.None, Given.Events(2), token).ConfigureAwait(false);
        await store.ArchiveStreamAsync(Given.Order(1), ExpectedVersion.Exactly(3), token).ConfigureAwait(false);
        await store.ArchiveStreamAsync(Given.Order(1), ExpectedVersion.None, token).ConfigureAwait(false);

        Expect.Equal((await store.StreamAsync(Given.Order(1)).ConfigureAwait(false)).Count, 0);
        Expect.Equal((await store.AllAsync().ConfigureAwait(false)).Count, 2);
        Expect.Equal((await store.AllAsync(new EventQuery { Categories = ["order"] }).ConfigureAwait(false)).Count, 2);
        Expect.Equal((await store.AllAsync(new EventQuery { Types = ["placed"] }).ConfigureAwait(false)).Count, 2);
        var stream = new StreamQuery(Given.Order(1)) { IncludeArchived = true };
        Expect.Equal((await store.ReadStreamAsync(stream, token).ListAsync().ConfigureAwait(false)).Count, 3);
        Expect.Equal((await store.AllAsync(new EventQuery { IncludeArchived = true }).ConfigureAwait(false)).Count, 5);

        var outcome = await store.TryAppendAsync(
            Given.Request(Given.Order(1), ExpectedVersion.Any, Given.Event()), token).ConfigureAwait(false);
        Expect.Equal(outcome.Conflict, new AppendConflict.Closed(Given.Order(1), StreamState.Archived));
        Expect.Equal(outcome.Conflict!.IsRetryable, false);
        var info = await store.FindStreamAsync(Given.Order(1), token).ConfigureAwait(false);
        Expect.Equal((info!.Version, info.State), (3, StreamState.Archived));
    }

    private static async Task Deletes(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(Given.Order(1), ExpectedVersion.None, [Given.Event("placed", "t:1")], token)
            .ConfigureAwait(false);
        await store.SetStreamMetadataAsync(Given.Order(1), "{}"u8.ToArray(), token).ConfigureAwait(false);
        await store.DeleteStreamAsync(Given.Order(1), ExpectedVersion.Any, token).ConfigureAwait(false);
        await store.DeleteStreamAsync(Given.Order(1), ExpectedVersion.Any, token).ConfigureAwait(false);

        var all = new EventQuery { IncludeArchived = true };
        Expect.Equal((await store.AllAsync(all).ConfigureAwait(false)).Count, 0);
        var tags = all with { Criteria = [new TagCriterion { Tags = ["t:1"] }] };
        Expect.Equal((await store.AllAsync(tags).ConfigureAwait(false)).Count, 0);
        var stream = new StreamQuery(Given.Order(1)) { IncludeArchived = true };
        Expect.Equal((await store.ReadStreamAsync(stream, token).ListAsync().ConfigureAwait(false)).Count, 0);
        ExpectedVersion[] expectations = [ExpectedVersion.Any, ExpectedVersion.None, ExpectedVersion.Exactly(1)];
        foreach (var expected in expectations)
        {
            var outcome = await store.TryAppendAsync(Given.Request(Given.Order(1), expected, Given.Event()), token)
                .ConfigureAwait(false);
            Expect.Equal(outcome.Conflict, new AppendConflict.Closed(Given.Order(1), StreamState.Deleted));
        }

        var info = await store.FindStreamAsync(Given.Order(1), token).ConfigureAwait(false);
        Expect.Equal((info!.Version, info.State, info.Metadata.Length), (1, StreamState.Deleted, 0));
    }

    private static async Task ClosingIsJudged(IEventStore store, CancellationToken token)
    {
        await Expect.ThrowsAsync<NotFoundException>(
            () => store.ArchiveStreamAsync(Given.Order(1), ExpectedVersion.Any, token).AsTask()).ConfigureAwait(false);
        await Expect.ThrowsAsync<NotFoundException>(
            () => store.DeleteStreamAsync(Given.Order(1), ExpectedVersion.Any, token).AsTask()).ConfigureAwait(false);
        await store.AppendAsync(Given.Order(1), ExpectedVersion.None, Given.Events(2), token).ConfigureAwait(false);
        var thrown = await Expect.ThrowsAsync<AppendConflictException>(
            () => store.DeleteStreamAsync(Given.Order(1), ExpectedVersion.Exactly(1), token).AsTask())
            .ConfigureAwait(false);
        Expect.True(thrown.Conflict is AppendConflict.Version { Actual: 2 });
        Expect.Equal((await store.StreamAsync(Given.Order(1)).ConfigureAwait(false)).Count, 2);

        await store.DeleteStreamAsync(Given.Order(1), ExpectedVersion.Exactly(2), token).ConfigureAwait(false);
        await Expect.ThrowsAsync<AppendConflictException>(
            () => store.ArchiveStreamAsync(Given.Order(1), ExpectedVersion.Any, token).AsTask()).ConfigureAwait(false);
    }

    private static async Task NothingIsGivenAgain(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(Given.Order(1), ExpectedVersion.None, Given.Events(1), token).ConfigureAwait(false);
        var last = await store.AppendAsync(Given.Order(2), ExpectedVersion.None, Given.Events(3), token)
            .ConfigureAwait(false);
        await store.DeleteStreamAsync(Given.Order(2), ExpectedVersion.Any, token).ConfigureAwait(false);
        Expect.Equal(await store.GetHeadAsync(token).ConfigureAwait(false), last.LastPosition);

        var next = await store.AppendAsync(Given.Order(3), ExpectedVersion.None, Given.Events(1), token)
            .ConfigureAwait(false);
        Expect.True(next.LastPosition > last.LastPosition);
    }

    private static async Task KeepsMetadata(IEventStore store, CancellationToken token)
    {
        await Expect.ThrowsAsync<NotFoundException>(
            () => store.SetStreamMetadataAsync(Given.Order(1), "{}"u8.ToArray(), token).AsTask()).ConfigureAwait(false);
        await store.AppendAsync(Given.Order(1), ExpectedVersion.None, Given.Events(1), token).ConfigureAwait(false);
        foreach (string metadata in (string[])["", "{\"owner\":\"ada\"}", "{}", ""])
        {
            await store.SetStreamMetadataAsync(Given.Order(1), System.Text.Encoding.UTF8.GetBytes(metadata), token)
                .ConfigureAwait(false);
            var info = await store.FindStreamAsync(Given.Order(1), token).ConfigureAwait(false);
            Expect.Equal(Given.Text(info!.Metadata), metadata);
        }

        Expect.Equal((await store.StreamAsync(Given.Order(1)).ConfigureAwait(false)).Count, 1);
    }
}
