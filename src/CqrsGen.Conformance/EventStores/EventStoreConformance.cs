using CqrsGen.EventSourcing;

namespace CqrsGen.Conformance;

/// <summary>What every event store must hold.</summary>
/// <example>
/// With xunit, the whole test of a store:
/// <code>
/// public static TheoryData&lt;string&gt; Cases => [.. EventStoreConformance.Cases];
///
/// [Theory, MemberData(nameof(Cases))]
/// public Task Holds(string name) => EventStoreConformance.CheckAsync(name, () => new InMemoryEventStore());
/// </code>
/// </example>
public static class EventStoreConformance
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private static readonly EventStoreCase[] s_cases =
    [
        .. AppendCases.All,
        .. IdempotencyCases.All,
        .. ReadCases.All,
        .. ConditionCases.All,
        .. ClosingCases.All,
        .. SubscriptionCases.All,
        .. ConcurrencyCases.All,
        .. BadInputCases.All,
    ];

    /// <summary>The names of all cases.</summary>
    public static IEnumerable<string> Cases => s_cases.Select(static found => found.Name);

    /// <summary>Tries one case on a store of its own.</summary>
    /// <param name="name">One of <see cref="Cases"/>.</param>
    /// <param name="create">Makes a fresh, empty store. It is disposed when it can be.</param>
    /// <exception cref="ConformanceException">The store does not hold it; the message says what came.</exception>
    /// <exception cref="TimeoutException">It takes longer than two minutes.</exception>
    public static async Task CheckAsync(string name, Func<IEventStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        var found = Array.Find(s_cases, found => found.Name == name)
            ?? throw new ArgumentException($"There is no case '{name}'.", nameof(name));
        var store = create();
        using var cancellation = new CancellationTokenSource();
        try
        {
            await found.Check(store, cancellation.Token).WaitAsync(s_limit).ConfigureAwait(false);
        }
        finally
        {
            await cancellation.CancelAsync().ConfigureAwait(false);
            await DisposeAsync(store).ConfigureAwait(false);
        }
    }

    private static async ValueTask DisposeAsync(IEventStore store)
    {
        if (store is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync().ConfigureAwait(false);
        }
        else if (store is IDisposable disposable)
        {
            disposable.Dispose();
        }
    }
}
