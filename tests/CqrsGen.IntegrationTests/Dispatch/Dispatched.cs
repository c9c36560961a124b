using System.Globalization;

namespace CqrsGen.IntegrationTests.Dispatch;

[Command]
internal sealed partial record Partial(int Value) : ICommand<int>;

[Query]
internal sealed partial record PartialQuery(int Value) : IQuery<string>;

[Query]
internal sealed partial record AbsentQuery : IQuery<string?>;

[Command(Name = "plain.name")]
internal record Plain(int Value) : ICommand<int>;

internal sealed record DerivedPlain(int Value) : Plain(Value);

[Command]
internal readonly record struct PlainStruct(int Value) : ICommand<int>;

[Command]
internal sealed record PlainVoid : ICommand;

[Command]
internal readonly record struct PlainVoidStruct : ICommand;

[Query]
internal sealed record PlainQuery(int Value) : IQuery<string>;

[Query]
internal sealed record PlainTupleQuery : IQuery<(int Number, string? Text)>;

[Query]
internal sealed record PlainStream(int Count) : IStreamQuery<int>;

[Event]
internal sealed record PlainEvent : IEvent;

[Event]
internal readonly record struct PlainStructEvent : IEvent;

internal interface IAudited : IEvent
{
    string Text { get; }
}

internal sealed record UnknownAudited(string Text) : IAudited;

internal interface ISilent : IEvent;

internal sealed record SilentEvent : ISilent;

[Event]
internal sealed partial record SilentPartialEvent : IEvent;

[Command]
internal sealed partial record Unhandled : ICommand<int>;

[Command]
internal sealed record UnhandledPlain : ICommand<int>;

[Query]
internal sealed partial record UnhandledStream : IStreamQuery<int>;

[Command]
internal sealed partial record Journaled : ICommand;

[Event]
internal sealed partial record JournaledEvent : IEvent;

[Command]
internal sealed partial record WaitForever : ICommand;

[Command]
internal sealed partial record ThrowsAt(bool Later) : ICommand;

internal static class DispatchHandlers
{
    [Handler]
    public static int Handle(Partial command) => command.Value + 1;

    [Handler]
    public static string Handle(PartialQuery query) => query.Value.ToString(CultureInfo.InvariantCulture);

    [Handler]
    public static string? Handle(AbsentQuery query) => null;

    [Handler]
    public static int Handle(Plain command) => command.Value + 1;

    [Handler]
    public static ValueTask<int> Handle(PlainStruct command) => new(command.Value + 1);

    [Handler]
    public static void Handle(PlainVoid command, Journal journal) => journal.Add("void");

    [Handler]
    public static void Handle(PlainVoidStruct command, Journal journal) => journal.Add("void struct");

    [Handler]
    public static string Handle(PlainQuery query) => query.Value.ToString(CultureInfo.InvariantCulture);

    [Handler]
    public static (int Number, string? Text) Handle(PlainTupleQuery query) => (1, null);

    [Handler]
    public static async IAsyncEnumerable<int> Handle(PlainStream query)
    {
        for (int number = 0; number < query.Count; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }

    [Handler]
    public static void Handle(PlainEvent @event, Journal journal) => journal.Add("event");

    [Handler]
    public static void Handle(PlainStructEvent @event, Journal journal) => journal.Add("struct event");

    [Handler]
    public static void Handle(Journaled command, Journal journal) => journal.Add("journaled");

    [Handler]
    public static void Handle(JournaledEvent @event, Journal journal) => journal.Add("journaled event");

    [Handler]
    public static Task Handle(WaitForever command, CancellationToken cancellationToken) =>
        Task.Delay(Timeout.Infinite, cancellationToken);
}

internal sealed class AuditHandler(Journal journal) : IEventHandler<IAudited>
{
    public ValueTask HandleAsync(IAudited @event, CancellationToken cancellationToken)
    {
        journal.Add($"audited {@event.GetType().Name}");
        return default;
    }
}

internal sealed class ThrowsAtHandler : ICommandHandler<ThrowsAt>
{
    public ValueTask HandleAsync(ThrowsAt command, CancellationToken cancellationToken) =>
        command.Later ? Later() : throw new InvalidOperationException("before");

    private static async ValueTask Later()
    {
        await Task.Yield();
        throw new InvalidOperationException("after");
    }
}
