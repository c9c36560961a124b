using CqrsGen.EventSourcing;

namespace CqrsGen.Conformance;

internal static class ConcurrencyCases
{
    private const int Writers = 64;
    private const int AppendsOfEach = 40;

    public static EventStoreCase[] All =>
    [
        new("64 writers and a tailing reader: everything once and in order", TailSeesEverything),
        new("Of those who expect one version one appends", OneOfMany),
        new("An append that is cancelled while it waits is not made, and harms nobody", CancelledHarmsNobody),
    ];

    private static async Task TailSeesEverything(IEventStore store, CancellationToken token)
    {
        var reader = Task.Run(
            async () =>
            {
                var seen = new List<StoredEvent>();
                await foreach (var @event in store.SubscribeAsync(EventQuery.All, token).ConfigureAwait(false))
                {
                    seen.Add(@event);
                    if (seen.Count == Writers * AppendsOfEach * 2)
                    {
                        break;
                    }
                }

                return seen;
            },
            token);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                for (int number = 0; number < AppendsOfEach; number++)
                {
                    await store.AppendAsync(
                        Given.Order(writer), ExpectedVersion.Exactly(number * 2), Given.Events(2), token)
                        .ConfigureAwait(false);
                }
            },
            token))).ConfigureAwait(false);

        var seen = await reader.ConfigureAwait(false);
        Expect.True(seen.Zip(seen.Skip(1)).All(static pair => pair.First.Position < pair.Second.Position));
        foreach (var stream in seen.GroupBy(static found => found.Stream))
        {
            Expect.Sequence(
                stream.Select(static found => found.Version),
                Enumerable.Range(1, AppendsOfEach * 2).Select(static number => (long)number));
        }

        var all = await store.AllAsync().ConfigureAwait(false);
        Expect.Sequence(all.Select(static found => found.Position), seen.Select(static found => found.Position));
    }

    private static async Task OneOfMany(IEventStore store, CancellationToken token)
    {
        for (int version = 0; version < 20; version++)
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(
                () => store.TryAppendAsync(
                    Given.Request(Given.Order(), ExpectedVersion.Exactly(version), Given.Event()), token).AsTask(),
                token))).ConfigureAwait(false);
            Expect.Equal(outcomes.Count(static outcome => outcome.IsAppended), 1);
        }

        Expect.Equal((await store.StreamAsync(Given.Order()).ConfigureAwait(false)).Count, 20);
    }

    private static async Task CancelledHarmsNobody(IEventStore store, CancellationToken token)
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(token);
        var appends = Enumerable.Range(0, 400).Select(number => Task.Run(
            () => store.TryAppendAsync(
                Given.Request(Given.Order(number), ExpectedVersion.None, Given.Event()),
                number % 2 == 0 ? mine.Token : token).AsTask(),
            token)).ToArray();
        await mine.CancelAsync().ConfigureAwait(false);
        int made = 0;
        for (int number = 0; number < appends.Length; number++)
        {
            try
            {
                made += (await appends[number].ConfigureAwait(false)).IsAppended ? 1 : 0;
            }
            catch (OperationCanceledException)
            {
                Expect.True(number % 2 == 0);
                Expect.Equal((await store.StreamAsync(Given.Order(number)).ConfigureAwait(false)).Count, 0);
            }
        }

        Expect.Equal((await store.AllAsync().ConfigureAwait(false)).Count, made);
        Expect.True(made >= 200);
    }
}
