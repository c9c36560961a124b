using CqrsGen.Infrastructure;

namespace CqrsGen.Tests.Dispatch;

/// <summary>What a generator would write for a small module, written by hand.</summary>
internal sealed class ShopRoutes(Composition composition)
    : Routes(composition), ICommandSwitch<int>, IQuerySwitch<string?>, IStreamSwitch<int>
{
    public static readonly int Ordinal = NextOrdinal();

    public override ReadOnlySpan<byte> MessageNames =>
        "PlaceOrder\nGetOrder\norders.cancel\tCancelOrder\n\nOrderPlaced\n\nListOrders\n\nExportOrders"u8;

    private Counter? _counter;

    public static CompositionPlan Plan
    {
        get
        {
            var plan = new CompositionPlan();
            plan.Add(Ordinal, static composition => new ShopRoutes(composition));
            return plan;
        }
    }

    public ValueTask<int> Add(Add message, Dispatcher dispatcher, CancellationToken cancellationToken)
    {
        if (dispatcher.IsRoot)
        {
            return dispatcher.SendInScope(message, cancellationToken);
        }

        if (dispatcher.HasReplacements
            && Composition.Replacement<ICommandHandler<Add, int>>(dispatcher.Services)
                is ICommandHandler<Add, int> replacement)
        {
            return replacement.HandleAsync(message, cancellationToken);
        }

        var handler = dispatcher.FindScoped<AddHandler>(7)
            ?? dispatcher.AddScoped<AddHandler>(7, static d => new AddHandler(Required<Ledger>(d), Required<Log>(d)));
        return handler.HandleAsync(message, cancellationToken);
    }

    public ValueTask<int> Count(CancellationToken cancellationToken)
    {
        var counter = _counter ?? Composition.Singleton(ref _counter, static d => new Counter(Required<Log>(d)));
        return counter.NextAsync(cancellationToken);
    }

    public override void AddTypes(TypeMap map)
    {
        map.Add(typeof(ForeignAdd), this, 1);
        map.Add(typeof(ForeignQuery), this, 2);
        map.Add(typeof(ForeignStream), this, 3);
        map.Add(typeof(ForeignVoid), this, 4);
        map.Add(typeof(ForeignEvent), this, 5);
    }

    public override void AddDependencies(DependencyCheck check)
    {
        check.Require(typeof(Ledger), "AddHandler");
        check.RequireKeyed(typeof(Ledger), "archive", "ArchiveHandler");
    }

    public override void AddReplaceable(ReplacementCheck check)
    {
        check.Add(typeof(ICommandHandler<Add, int>));
        check.Add(typeof(ReplacedEventHandler<Mail, ForeignEvent>));
    }

    public ValueTask<int> Send(
        int id, ICommand<int> command, Dispatcher dispatcher, CancellationToken cancellationToken) =>
        id == 1 ? new(((ForeignAdd)command).Amount) : throw new InvalidOperationException($"{id}");

    public ValueTask<string?> Query(
        int id, IQuery<string?> query, Dispatcher dispatcher, CancellationToken cancellationToken) => new("answer");

    public async IAsyncEnumerable<int> Stream(
        int id,
        IStreamQuery<int> query,
        Dispatcher dispatcher,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        yield return 1;
        yield return 2;
    }

    public override ValueTask Send(
        int id, ICommand command, Dispatcher dispatcher, CancellationToken cancellationToken)
    {
        ((ForeignVoid)command).Ran = true;
        return default;
    }

    public override ValueTask Publish(
        int id, IEvent @event, Dispatcher dispatcher, CancellationToken cancellationToken)
    {
        ((ForeignEvent)@event).Heard++;
        return default;
    }

    public override ValueTask PublishUnknown(
        IEvent @event, Type? known, Dispatcher dispatcher, CancellationToken cancellationToken)
    {
        (@event as UnknownEvent)?.Hear();
        return default;
    }

    public override ValueTask<ReadOnlyMemory<byte>>? Invoke(
        string name, ReadOnlyMemory<byte> json, Dispatcher dispatcher, CancellationToken cancellationToken) =>
        name switch
        {
            "Add" => GatewayCalls.Send<int>(typeof(Add), json, dispatcher, cancellationToken),
            "ForeignVoid" => GatewayCalls.Send(typeof(ForeignVoid), json, dispatcher, cancellationToken),
            "ForeignQuery" => GatewayCalls.Query<string?>(typeof(ForeignQuery), json, dispatcher, cancellationToken),
            "ForeignStream" => GatewayCalls.Stream<int>(typeof(ForeignStream), json, dispatcher, cancellationToken),
            "ForeignEvent" => GatewayCalls.Publish(typeof(ForeignEvent), json, dispatcher, cancellationToken),
            _ => null,
        };

    private static T Required<T>(Dispatcher dispatcher) =>
        (T)(dispatcher.Services.GetService(typeof(T)) ?? throw new InvalidOperationException($"No {typeof(T)}."));
}

/// <summary>A partial message as the generator completes it.</summary>
internal sealed record Add(int Amount) : ICommand<int>
{
    ValueTask<int> ICommand<int>.Accept(Dispatcher dispatcher, CancellationToken cancellationToken) =>
        dispatcher.Routes<ShopRoutes>(ShopRoutes.Ordinal).Add(this, dispatcher, cancellationToken);
}

/// <summary>Nobody handles it; its name is near that of another one.</summary>
internal sealed record Adds : ICommand<int>;

internal sealed record Count : ICommand<int>
{
    ValueTask<int> ICommand<int>.Accept(Dispatcher dispatcher, CancellationToken cancellationToken) =>
        dispatcher.Routes<ShopRoutes>(ShopRoutes.Ordinal).Count(cancellationToken);
}

/// <summary>Runs what a test says.</summary>
internal sealed record Run(int Id, Func<int, CancellationToken, Task<int>> Body) : ICommand<int>, IQuery<int>
{
    public Dispatcher? Dispatcher { get; private set; }

    ValueTask<int> ICommand<int>.Accept(Dispatcher dispatcher, CancellationToken cancellationToken)
    {
        Dispatcher = dispatcher;
        return new(Body(Id, cancellationToken));
    }

    ValueTask<int> IQuery<int>.Accept(Dispatcher dispatcher, CancellationToken cancellationToken) =>
        new(Body(Id, cancellationToken));
}

internal record ForeignAdd(int Amount) : ICommand<int>;

internal sealed record DerivedAdd(int Amount) : ForeignAdd(Amount);

internal sealed record ForeignQuery : IQuery<string?>;

internal sealed record ForeignStream : IStreamQuery<int>;

internal sealed record ForeignVoid : ICommand
{
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Ran { get; set; }
}

internal sealed record ForeignEvent : IEvent
{
    [System.Text.Json.Serialization.JsonIgnore]
    public int Heard { get; set; }
}

/// <summary>The class of an event's handler.</summary>
internal sealed class Mail;

internal sealed record UnknownEvent : IEvent
{
    public int Heard { get; private set; }

    public void Hear() => Heard++;
}

internal sealed record Nobodys : ICommand<int>, ICommand;

internal sealed record NobodysQuery : IQuery<int>;

internal sealed record NobodysStream : IStreamQuery<int>;

/// <summary>A scoped service.</summary>
internal sealed class Ledger(Log log) : IDisposable
{
    public int Total { get; set; }

    public void Dispose() => log.Lines.Add("ledger");
}

/// <summary>A singleton that outlives everything else.</summary>
internal sealed class Log
{
    public List<string> Lines { get; } = [];
}

internal sealed class AddHandler(Ledger ledger, Log log) : ICommandHandler<Add, int>, IDisposable
{
    public ValueTask<int> HandleAsync(Add command, CancellationToken cancellationToken) =>
        new(ledger.Total += command.Amount);

    public void Dispose() => log.Lines.Add("handler");
}

internal sealed class Counter(Log log) : IAsyncDisposable
{
    private int _count;

    public ValueTask<int> NextAsync(CancellationToken cancellationToken) => new(Interlocked.Increment(ref _count));

    public ValueTask DisposeAsync()
    {
        log.Lines.Add("counter");
        return default;
    }
}
