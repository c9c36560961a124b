using CqrsGen.EventSourcing;

namespace CqrsGen.Conformance;

internal static class ReadCases
{
    public static EventStoreCase[] All =>
    [
        new("A stream is read between bounds in both directions", StreamBetweenBounds),
        new("A stream that does not exist has no events", NoStream),
        new("An empty store has nothing and head 0", EmptyStore),
        new("All events are read between bounds in both directions", AllBetweenBounds),
        new("Events are found by category, type and tags together", ByFilters),
        new("A page passes what was not asked for", PagePasses),
        new("Pages join without gap or repetition in both directions", PagesJoin),
    ];

    private static async Task StreamBetweenBounds(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(Given.Order(), ExpectedVersion.None, Given.Events(1200), token).ConfigureAwait(false);
        (long From, long To, ReadDirection Direction, long First, long Last, int Count)[] table =
        [
            (1, long.MaxValue, ReadDirection.Forwards, 1, 1200, 1200),
            (1, long.MaxValue, ReadDirection.Backwards, 1200, 1, 1200),
            (1000, 1100, ReadDirection.Forwards, 1000, 1100, 101),
            (1000, 1100, ReadDirection.Backwards, 1100, 1000, 101),
            (-5, 3, ReadDirection.Forwards, 1, 3, 3),
            (1199, 5000, ReadDirection.Backwards, 1200, 1199, 2),
        ];
        foreach (var (from, to, direction, first, last, count) in table)
        {
            var query = new StreamQuery(Given.Order()) { FromVersion = from, ToVersion = to, Direction = direction };
            var events = await store.ReadStreamAsync(query, token).ListAsync().ConfigureAwait(false);
            Expect.Equal((events[0].Version, events[^1].Version, events.Count), (first, last, count));
        }

        var none = new StreamQuery(Given.Order()) { FromVersion = 7, ToVersion = 6 };
        Expect.Equal((await store.ReadStreamAsync(none, token).ListAsync().ConfigureAwait(false)).Count, 0);
    }

    private static async Task NoStream(IEventStore store, CancellationToken token)
    {
        Expect.Equal((await store.StreamAsync(Given.Order()).ConfigureAwait(false)).Count, 0);
        Expect.Equal(await store.FindStreamAsync(Given.Order(), token).ConfigureAwait(false), null);
    }

    private static async Task EmptyStore(IEventStore store, CancellationToken token)
    {
        var page = await store.ReadPageAsync(EventQuery.All, 10, token).ConfigureAwait(false);
        Expect.Equal((page.Events.Count, page.Position, page.IsLast), (0, 0, true));
        Expect.Equal(await store.GetHeadAsync(token).ConfigureAwait(false), 0);
        var backwards = new EventQuery { Direction = ReadDirection.Backwards };
        Expect.Equal((await store.AllAsync(backwards).ConfigureAwait(false)).Count, 0);
    }

    private static async Task AllBetweenBounds(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(Given.Order(), ExpectedVersion.None, Given.Events(30), token).ConfigureAwait(false);
        var positions = (await store.AllAsync().ConfigureAwait(false)).ConvertAll(static found => found.Position);
        var middle = new EventQuery { After = positions[9], UpTo = positions[19] };

        var forwards = await store.AllAsync(middle).ConfigureAwait(false);
        var backwards = await store.AllAsync(middle with { Direction = ReadDirection.Backwards }).ConfigureAwait(false);
        Expect.Sequence(forwards.Select(static found => found.Position), positions[10..20]);
        Expect.Sequence(backwards.Select(static found => found.Position), Enumerable.Reverse(positions[10..20]));
        Expect.Equal((await store.AllAsync(middle with { After = positions[19] }).ConfigureAwait(false)).Count, 0);
        Expect.Equal(
            (await store.AllAsync(new EventQuery { After = positions[^1] + 1000 }).ConfigureAwait(false)).Count, 0);
    }

    private static async Task ByFilters(IEventStore store, CancellationToken token)
    {
        string[] categories = ["order", "cart", "user"];
        string[] types = ["a", "b", "c"];
        for (int number = 0; number < 90; number++)
        {
            var @event = Given.Event(types[number % 3], [$"t:{number % 2}", $"u:{number % 5}"]);
            await store.AppendAsync(
                new StreamName(categories[number / 3 % 3], $"{number % 4}"), ExpectedVersion.Any, [@event], token)
                .ConfigureAwait(false);
        }

        var all = await store.AllAsync().ConfigureAwait(false);
        EventQuery[] queries =
        [
            new() { Categories = ["order"] },
            new() { Categories = ["order", "user", "order"] },
            new() { Types = ["a"] },
            new() { Types = ["a", "c", "a", "never"] },
            new() { Categories = ["cart"], Types = ["b", "c"] },
            new() { Criteria = [new TagCriterion { Tags = ["t:1"] }] },
            new() { Criteria = [new TagCriterion { Tags = ["t:1", "u:3"] }] },
            new()
            {
                Criteria =
                [
                    new TagCriterion { Tags = ["t:1", "u:3"] },
                    new TagCriterion { Tags = ["u:4"], Types = ["a"] },
                ],
            },
            new() { Criteria = [new TagCriterion { Tags = ["t:0"] }], Types = ["b"], Categories = ["user"] },
            new() { Criteria = [new TagCriterion { Tags = ["t:none"] }] },
            new() { Categories = ["none"] },
        ];
        foreach (var query in queries)
        {
            var wanted = all.Where(found =>
                (query.Categories.Count == 0 || query.Categories.Contains(found.Stream.Category))
                && (query.Types.Count == 0 || query.Types.Contains(found.Type))
                && (query.Criteria.Count == 0 || query.Criteria.Any(tags => tags.IsMetBy(found.Type, found.Tags))))
                .Select(static found => found.Position)
                .ToList();
            var found = await store.AllAsync(query).ConfigureAwait(false);
            Expect.Sequence(found.Select(static one => one.Position), wanted, $"{query}");
            var backwards = await store.AllAsync(query with { Direction = ReadDirection.Backwards })
                .ConfigureAwait(false);
            Expect.Sequence(
                backwards.Select(static one => one.Position), Enumerable.Reverse(wanted), $"backwards {query}");
        }
    }

    private static async Task PagePasses(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(Given.Order(), ExpectedVersion.None, Given.Events(50, "common"), token)
            .ConfigureAwait(false);
        long head = await store.GetHeadAsync(token).ConfigureAwait(false);
        var rare = new EventQuery { Types = ["rare"] };

        var page = await store.ReadPageAsync(rare, 10, token).ConfigureAwait(false);
        Expect.Equal((page.Events.Count, page.Position, page.IsLast), (0, head, true));
        page = await store.ReadPageAsync(rare with { UpTo = head - 5 }, 10, token).ConfigureAwait(false);
        Expect.Equal(page.Position, head - 5);
    }

    private static async Task PagesJoin(IEventStore store, CancellationToken token)
    {
        for (int number = 0; number < 20; number++)
        {
            await store.AppendAsync(Given.Order(number), ExpectedVersion.None, Given.Events(5), token)
                .ConfigureAwait(false);
        }

        var all = (await store.AllAsync().ConfigureAwait(false)).ConvertAll(static found => found.Position);
        foreach (int size in (int[])[1, 7, 50, 99, 100, 101])
        {
            foreach (var direction in Enum.GetValues<ReadDirection>())
            {
                var query = new EventQuery { Direction = direction };
                var joined = new List<long>();
                EventPage page;
                do
                {
                    page = await store.ReadPageAsync(query, size, token).ConfigureAwait(false);
                    Expect.True(page.Events.Count <= size);
                    joined.AddRange(page.Events.Select(static found => found.Position));
                    query = direction == ReadDirection.Forwards
                        ? query with { After = page.Position }
                        : query with { UpTo = page.Position - 1 };
                }
                while (!page.IsLast);

                var wanted = direction == ReadDirection.Forwards ? all : Enumerable.Reverse(all);
                Expect.Sequence(joined, wanted, $"{direction} by {size}");
            }
        }
    }
}
