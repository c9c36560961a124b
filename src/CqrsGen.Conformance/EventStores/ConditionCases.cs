using CqrsGen.EventSourcing;

namespace CqrsGen.Conformance;

internal static class ConditionCases
{
    public static EventStoreCase[] All =>
    [
        new("A condition holds while nothing that matters was appended", Holds),
        new("A condition breaks on an event that matters", Breaks),
        new("A condition looks at archived events too", SeesArchived),
        new("Of many who decide on the same tag one goes through", OneGoesThrough),
    ];

    private static async Task Holds(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(
            Given.Order(1), ExpectedVersion.None, [Given.Event("enrolled", "course:1", "student:1")], token)
            .ConfigureAwait(false);
        long seen = await store.GetHeadAsync(token).ConfigureAwait(false);
        await store.AppendAsync(
            Given.Order(2), ExpectedVersion.None, [Given.Event("enrolled", "course:2", "student:1")], token)
            .ConfigureAwait(false);

        AppendCondition[] holding =
        [
            Given.Condition(seen, "course:1"),
            Given.Condition(0, "course:3"),
            Given.Condition(0, "course:1", "student:2"),
            new([new TagCriterion { Tags = ["course:2"], Types = ["left"] }], 0),
        ];
        int number = 10;
        foreach (var condition in holding)
        {
            var request = Given.Request(Given.Order(number++), ExpectedVersion.None, Given.Event());
            var outcome = await store.TryAppendAsync(request with { Conditions = [condition] }, token)
                .ConfigureAwait(false);
            Expect.Equal(outcome.IsAppended, true, $"{condition}");
        }
    }

    private static async Task Breaks(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(Given.Order(9), ExpectedVersion.None, Given.Events(3), token).ConfigureAwait(false);
        long seen = await store.GetHeadAsync(token).ConfigureAwait(false);
        var stored = await store.AppendAsync(
            Given.Order(1), ExpectedVersion.None, [Given.Event("enrolled", "course:1", "student:1")], token)
            .ConfigureAwait(false);
        AppendCondition[] broken =
        [
            Given.Condition(seen, "course:1"),
            Given.Condition(0, "student:1", "course:1"),
            new(
                [
                    new TagCriterion { Tags = ["none"] },
                    new TagCriterion { Tags = ["course:1"], Types = ["a", "enrolled"] },
                ],
                seen),
        ];
        foreach (var condition in broken)
        {
            var request = Given.Request(Given.Order(2), ExpectedVersion.None, Given.Event());
            var outcome = await store.TryAppendAsync(request with { Conditions = [condition] }, token)
                .ConfigureAwait(false);
            Expect.True(outcome.Conflict is AppendConflict.Condition);
            Expect.Equal(((AppendConflict.Condition)outcome.Conflict!).Position, stored.LastPosition);
            Expect.True(outcome.Conflict!.IsRetryable);
        }

        Expect.Equal(await store.FindStreamAsync(Given.Order(2), token).ConfigureAwait(false), null);
    }

    private static async Task SeesArchived(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(Given.Order(1), ExpectedVersion.None, [Given.Event("taken", "name:ada")], token)
            .ConfigureAwait(false);
        await store.ArchiveStreamAsync(Given.Order(1), ExpectedVersion.Any, token).ConfigureAwait(false);
        var request = Given.Request(Given.Order(2), ExpectedVersion.None, Given.Event("taken", "name:ada"));
        var outcome = await store.TryAppendAsync(
            request with { Conditions = [Given.Condition(0, "name:ada")] }, token).ConfigureAwait(false);
        Expect.True(outcome.Conflict is AppendConflict.Condition);
    }

    private static async Task OneGoesThrough(IEventStore store, CancellationToken token)
    {
        for (int round = 0; round < 10; round++)
        {
            string tag = $"seat:{round}";
            long seen = await store.GetHeadAsync(token).ConfigureAwait(false);
            int first = 1 + (round * 100);
            var outcomes = await Task.WhenAll(Enumerable.Range(first, 20).Select(number => Task.Run(
                () => store.TryAppendAsync(
                    Given.Request(Given.Order(number), ExpectedVersion.None, Given.Event("reserved", tag)) with
                    {
                        Conditions = [Given.Condition(seen, tag)],
                    },
                    token).AsTask(),
                token))).ConfigureAwait(false);
            Expect.Equal(outcomes.Count(static outcome => outcome.IsAppended), 1);
        }
    }
}
