using System.Runtime.CompilerServices;

namespace CqrsGen.IntegrationTests.Handlers;

internal static partial class Several
{
    [Command]
    internal sealed partial record Add(int Value) : ICommand<int>;

    [Query]
    internal sealed partial record Sum : IQuery<int>;

    [Handler(Lifetime = HandlerLifetime.Singleton)]
    internal sealed class Handler : ICommandHandler<Add, int>, IQueryHandler<Sum, int>
    {
        private int _sum;

        public ValueTask<int> HandleAsync(Add command, CancellationToken cancellationToken) =>
            new(_sum += command.Value);

        public ValueTask<int> HandleAsync(Sum query, CancellationToken cancellationToken) => new(_sum);
    }
}

[Command]
internal sealed partial record Explicitly(int Value) : ICommand<int>;

[Command]
internal sealed partial record ExplicitlyNothing : ICommand;

internal sealed class ExplicitHandler(Journal journal)
    : ICommandHandler<Explicitly, int>, ICommandHandler<ExplicitlyNothing>
{
    ValueTask<int> ICommandHandler<Explicitly, int>.HandleAsync(
        Explicitly command, CancellationToken cancellationToken) => new(command.Value);

    ValueTask ICommandHandler<ExplicitlyNothing>.HandleAsync(
        ExplicitlyNothing command, CancellationToken cancellationToken)
    {
        journal.Add("explicit");
        return default;
    }
}

[Command]
internal sealed partial record Inherited(int Value) : ICommand<string>;

internal abstract class HandlerBase<TCommand, TResult> : ICommandHandler<TCommand, TResult>
    where TCommand : ICommand<TResult>
{
    public ValueTask<TResult> HandleAsync(TCommand command, CancellationToken cancellationToken) =>
        new(Handle(command));

    protected abstract TResult Handle(TCommand command);
}

[Handler]
internal sealed class InheritedHandler : HandlerBase<Inherited, string>
{
    protected override string Handle(Inherited command) => $"inherited {command.Value}";
}

[Command]
internal sealed partial record ReturnsVoid : ICommand;

[Command]
internal sealed partial record ReturnsTask : ICommand;

[Command]
internal sealed partial record ReturnsValueTask : ICommand;

[Command]
internal sealed partial record ReturnsVoidWithDependency : ICommand;

[Command]
internal sealed partial record ReturnsTaskOfInstance : ICommand;

[Command]
internal sealed partial record ReturnsVoidOfInstance : ICommand;

[Query]
internal sealed partial record GivesValue : IQuery<int>;

[Query]
internal sealed partial record GivesTask : IQuery<int>;

[Query]
internal sealed partial record GivesValueTask : IQuery<int>;

[Query]
internal sealed partial record GivesValueWithDependency : IQuery<int>;

internal sealed class ReturningHandlers(Journal journal)
{
    [Handler]
    public static void Void(ReturnsVoid command, Journal journal) => journal.Add("done");

    [Handler]
    public static async Task Later(ReturnsTask command, Journal journal, CancellationToken cancellationToken)
    {
        await Task.Yield();
        journal.Add("done");
    }

#pragma warning disable CA1068 // The token may stand anywhere.
    [Handler]
    public static async ValueTask LaterStill(
        ReturnsValueTask command, CancellationToken cancellationToken, Journal journal)
    {
        await Task.Yield();
        journal.Add("done");
    }
#pragma warning restore CA1068

    [Handler]
    public static void VoidWithDependency(ReturnsVoidWithDependency command, ScopedService service, Journal journal)
    {
        service.IsDisposed.ShouldBeFalse();
        journal.Add("done");
    }

    [Handler]
    public async Task OfInstance(ReturnsTaskOfInstance command)
    {
        await Task.Yield();
        journal.Add("done");
    }

    [Handler]
    public void VoidOfInstance(ReturnsVoidOfInstance command) => journal.Add("done");

    [Handler]
    public static int Value(GivesValue query) => 1;

    [Handler]
    public static Task<int> InTask(GivesTask query) => Task.FromResult(2);

    [Handler]
    public static ValueTask<int> InValueTask(GivesValueTask query, CancellationToken cancellationToken) => new(3);

    [Handler]
    public static int WithDependency(GivesValueWithDependency query, SingletonService service) => service.Next();
}

[Query]
internal sealed partial record CountByMethod(int Count) : IStreamQuery<int>;

[Query]
internal sealed partial record CountByClass(int Count) : IStreamQuery<int>;

internal static class CountHandlers
{
    [Handler]
    public static async IAsyncEnumerable<int> Count(
        CountByMethod query, ScopedService service, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int number = 0; number < query.Count; number++)
        {
            await Task.Yield();
            service.IsDisposed.ShouldBeFalse();
            yield return number;
        }
    }
}

internal sealed class CountByClassHandler : IStreamQueryHandler<CountByClass, int>
{
    public async IAsyncEnumerable<int> HandleAsync(
        CountByClass query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int number = 0; number < query.Count; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }
}

internal interface IPart
{
    string Name { get; }
}

internal interface IMissing;

internal sealed class Part([ServiceKey] object key) : IPart
{
    public Part(string name)
        : this((object)name) => Name = name;

    public string Name { get; } = $"key {key}";
}

[Query]
internal sealed partial record AskDependencies : IQuery<string>;

internal sealed class AskDependenciesHandler(
    [FromKeyedServices("a")] IPart a,
    [FromKeyedServices(7)] IPart seven,
    IEnumerable<IPart> parts,
    IMissing? missing,
    int number = 5,
    string text = "text") : IQueryHandler<AskDependencies, string>
{
    public ValueTask<string> HandleAsync(AskDependencies query, CancellationToken cancellationToken) => new(
        $"{a.Name}, {seven.Name}, {missing?.ToString() ?? "none"}, " +
        $"{string.Join('+', parts.Select(static part => part.Name))}, {number}, {text}");
}

[Query]
internal sealed partial record AskMethodDependencies : IQuery<string>;

internal static class MethodDependencies
{
    [Handler]
    public static string Ask(
        AskMethodDependencies query,
        [FromKeyedServices("a")] IPart @object,
        IMissing? missing,
        IEnumerable<IPart> parts) =>
        $"{@object.Name}, {missing?.ToString() ?? "none"}, {string.Join('+', parts.Select(static part => part.Name))}";
}

[Command]
internal sealed partial record CompletedCommand(int Value);

[Command]
internal sealed partial record CompletedVoidCommand;

[Query]
internal sealed partial record CompletedQuery;

[Query]
internal sealed partial record CompletedStream;

[Event]
internal sealed partial record CompletedEvent;

internal static class CompletedHandlers
{
    [Handler]
    public static Task<int> Handle(CompletedCommand command) => Task.FromResult(command.Value * 2);

    [Handler]
    public static void Handle(CompletedVoidCommand command, Journal journal) => journal.Add("void");

    [Handler]
    public static string? Handle(CompletedQuery query) => null;

    [Handler]
    public static async IAsyncEnumerable<int> Handle(CompletedStream query)
    {
        await Task.Yield();
        yield return 1;
    }

    [Handler]
    public static void Handle(CompletedEvent @event, Journal journal) => journal.Add("event");
}

[Command]
internal sealed partial record SelfHandled(string Text) : ICommand<string>
{
    public required int Needed { get; init; }

    [Handler]
    public static string Handle(SelfHandled command) => command.Text + command.Needed;
}

[Command]
internal readonly partial record struct SelfHandledStruct(int Value) : ICommand<int>
{
    [Handler]
    public static int Handle(SelfHandledStruct command) => command.Value;
}

[Command]
internal sealed partial record HandledByHidden : ICommand<int>;

internal sealed class HiddenConstructor
{
    private HiddenConstructor() => Value = 9;

    private int Value { get; }

    [Handler]
    public static int Handle(HandledByHidden command) => new HiddenConstructor().Value;
}

[Command]
[Obsolete("Tests that obsolete messages are routed.")]
internal sealed partial record OldCommand : ICommand<int>;

[Obsolete("Tests that obsolete handlers are called.")]
internal sealed class OldHandler : ICommandHandler<OldCommand, int>
{
    public ValueTask<int> HandleAsync(OldCommand command, CancellationToken cancellationToken) => new(1);
}
