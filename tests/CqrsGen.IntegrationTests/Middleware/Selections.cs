namespace CqrsGen.IntegrationTests.Middleware;

internal interface IMarked;

[Command]
internal sealed partial class MarkedClass : ICommand, IMarked;

[Command]
internal readonly partial record struct MarkedStruct : ICommand, IMarked;

internal static class MarkedHandlers
{
    [Handler]
    public static void Handle(MarkedClass command)
    {
    }

    [Handler]
    public static void Handle(MarkedStruct command)
    {
    }
}

[Middleware(Order = 1)]
internal sealed class AnyMarked(Journal journal)
{
    public void Before<TMessage>(TMessage message)
        where TMessage : IMarked => journal.Add($"any {typeof(TMessage).Name}");
}

[Middleware(Order = 2)]
internal sealed class ClassMarked(Journal journal)
{
    public void Before<TMessage>(TMessage message)
        where TMessage : class, IMarked => journal.Add($"class {typeof(TMessage).Name}");
}

[Middleware(Order = 3)]
internal sealed class StructMarked(Journal journal)
{
    public void Before<TMessage>(TMessage message)
        where TMessage : struct, IMarked => journal.Add($"struct {typeof(TMessage).Name}");
}

[Middleware(Order = 4)]
internal sealed class NewMarked(Journal journal)
{
    public void Before<TMessage>(TMessage message)
        where TMessage : IMarked, new() => journal.Add($"new {typeof(TMessage).Name}");
}

internal interface IAsked;

[Query]
internal sealed partial record GetNullableNumber : IQuery<int?>, IAsked;

[Query]
internal sealed partial record GetNullableText : IQuery<string?>, IAsked;

[Query]
internal sealed partial record GetNamedPair : IQuery<(int Count, string? Name)>, IAsked;

[Query]
internal sealed partial record GetNestedTexts : IQuery<List<(string? A, int? B)>?>, IAsked;

internal static class AskedHandlers
{
    [Handler]
    public static int? Handle(GetNullableNumber query) => 1;

    [Handler]
    public static string? Handle(GetNullableText query) => "text";

    [Handler]
    public static (int Count, string? Name) Handle(GetNamedPair query) => (1, null);

    [Handler]
    public static List<(string? A, int? B)>? Handle(GetNestedTexts query) => [];
}

[Middleware(Order = 1)]
internal sealed class OfQueries(Journal journal)
{
    public void After<TMessage, TResult>(TMessage message, TResult result)
        where TMessage : IQuery<TResult>, IAsked =>
        journal.Add($"{result!.GetType().Name} of {typeof(TMessage).Name}");
}

[Middleware(Order = 2)]
internal sealed class AroundQueries<TMessage, TResult>(Journal journal) : IMiddleware<TMessage, TResult>
    where TMessage : IQuery<TResult>, IAsked
    where TResult : notnull
{
    public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult>
    {
        journal.Add($"around {typeof(TMessage).Name}");
        return next.InvokeAsync(message, cancellationToken);
    }
}

[Command]
internal sealed partial record GivesResult : ICommand<Result<int>>, IGivesResult;

internal interface IGivesResult;

[Command]
internal sealed partial record GivesNumber : ICommand<int>, IGivesNumber;

internal interface IGivesNumber;

internal static class GivingHandlers
{
    [Handler]
    public static Result<int> Handle(GivesResult command) => 1;

    [Handler]
    public static int Handle(GivesNumber command) => 1;
}

[Middleware(Order = 50)]
internal sealed class ResultHook(Journal journal)
{
    public void After<TMessage, TResult>(TMessage message, TResult result)
        where TMessage : IGivesResult
        where TResult : IResult => journal.Add($"result of {typeof(TMessage).Name}");
}

[Middleware(Order = 51)]
internal sealed class NumberHook(Journal journal)
{
    public void After<TMessage>(TMessage message, int result)
        where TMessage : IGivesNumber => journal.Add($"number of {typeof(TMessage).Name}");
}

internal interface IKind;

[Command]
internal sealed partial record KindCommand : ICommand, IKind;

[Query]
internal sealed partial record KindQuery : IQuery<int>, IKind;

[Query]
internal sealed partial record KindStream : IStreamQuery<int>, IKind;

[Event]
internal sealed partial record KindEvent : IEvent, IKind;

internal static class KindHandlers
{
    [Handler]
    public static void Handle(KindCommand command)
    {
    }

    [Handler]
    public static int Handle(KindQuery query) => 1;

    [Handler]
    public static async IAsyncEnumerable<int> Handle(KindStream query)
    {
        await Task.Yield();
        yield return 1;
    }

    [Handler]
    public static void Handle(KindEvent @event)
    {
    }
}

[Middleware(Order = 1, Kinds = MessageKinds.Commands | MessageKinds.StreamQueries)]
internal sealed class KindHook(Journal journal)
{
    public void Before<TMessage>(TMessage message)
        where TMessage : IKind => journal.Add(typeof(TMessage).Name);
}

[Middleware(Order = 1, Scope = MiddlewareScope.Explicit)]
internal sealed class ExplicitHook(Journal journal)
{
    public void Before<TMessage>(TMessage message) => journal.Add($"used {typeof(TMessage).Name}");
}

[Middleware(Order = 2, Scope = MiddlewareScope.Explicit)]
internal sealed class ExplicitAround<TMessage, TResult>(Journal journal) : IMiddleware<TMessage, TResult>
{
    public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult>
    {
        journal.Add($"used around {typeof(TMessage).Name}");
        return next.InvokeAsync(message, cancellationToken);
    }
}

[Command]
[Use<ExplicitHook>]
[Use<ExplicitAround<UsesOnMessage, Unit>>]
internal sealed partial record UsesOnMessage : ICommand;

[Command]
internal sealed partial record UsesOnHandler : ICommand;

[Command]
internal sealed partial record UsesOnMethod : ICommand;

[Command]
internal sealed partial record UsesNothing : ICommand;

[Use<ExplicitHook>]
internal sealed class UsingHandler : ICommandHandler<UsesOnHandler>
{
    public ValueTask HandleAsync(UsesOnHandler command, CancellationToken cancellationToken) => default;
}

internal static class UsingHandlers
{
    [Handler]
    public static void Handle(UsesOnMessage command)
    {
    }

    [Handler]
    [Use<ExplicitHook>]
    public static void Handle(UsesOnMethod command)
    {
    }

    [Handler]
    public static void Handle(UsesNothing command)
    {
    }
}

internal interface IOverloaded;

[Command]
internal sealed partial record OverloadedA : ICommand, IOverloaded;

[Command]
internal sealed partial record OverloadedB : ICommand, IOverloaded;

internal static class OverloadedHandlers
{
    [Handler]
    public static void Handle(OverloadedA command)
    {
    }

    [Handler]
    public static void Handle(OverloadedB command)
    {
    }
}

[Middleware(Order = 1)]
internal sealed class OverloadedHook(Journal journal)
{
    public void Before<TMessage>(TMessage message)
        where TMessage : IOverloaded => journal.Add($"generic {typeof(TMessage).Name}");

    public void Before(OverloadedA message) => journal.Add($"exactly {message.GetType().Name}");
}

[Query]
internal sealed partial record AskScopedHook : IQuery<int>;

internal static class AskScopedHookHandler
{
    [Handler]
    public static int Handle(AskScopedHook query) => 0;
}

[Middleware(Order = 1)]
internal sealed class ScopedHook(ScopedService service)
{
    public Decision<int> Before(AskScopedHook message) => Decision<int>.Return(service.Number);
}

[Command]
internal sealed partial record StaticallyHooked : ICommand;

internal static class StaticallyHookedHandler
{
    [Handler]
    public static void Handle(StaticallyHooked command)
    {
    }
}

[Middleware(Order = 1)]
internal sealed class StaticHook
{
    public static AsyncLocal<int> Calls { get; } = new();

    public static void Before(StaticallyHooked message) => Calls.Value++;
}
