using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class UncallableHandlerTests : RuleTests<UncallableHandlerAnalyzer, UncallableHandlerFixer>
{
    private const string Validate =
        "public ValueTask ValidateAsync(Do m, ValidationErrors errors, CancellationToken token) => default; }";

    private const string Messages =
        """
        [Command] public sealed partial record Do : ICommand;
        [Command] public sealed partial record Make : ICommand<int>;
        [Query] public sealed partial record Get : IQuery<string?>;
        [Query] public sealed partial record Watch : IStreamQuery<int>;
        [Event] public sealed partial record Done : IEvent;
        public interface IClock;
        """;

    [Theory]
    [InlineData("[Handler] public static void [|On|]() { }", "the first parameter of H.On is no message. Take a " +
        "command, query or event first.")]
    [InlineData("[Handler] public static void [|On|](int number) { }", "the first parameter of H.On is no message. " +
        "Take a command, query or event first.")]
    [InlineData("[Handler] public static void [|On|]<T>(Do command) { }", "H.On is generic; which closed forms to " +
        "call is unknown. Write one method per message.")]
    [InlineData("[Handler] private static void [|On|](Do command) { }", "H.On is private. Make it internal or public.")]
    [InlineData("[Handler] protected void [|On|](Do command) { }", "H.On is protected. Make it internal or public.")]
    [InlineData("[Handler] public static void [|On|](ref Do command) { }", "H.On takes 'command' by reference. " +
        "Take it by value.")]
    [InlineData("[Handler] public static void [|On|](Do command, out int x) => x = 1;", "H.On takes 'x' by " +
        "reference. Take it by value.")]
    [InlineData("[Handler] public static void [|On|](Do command, Span<int> x) { }", "H.On takes System.Span<int> " +
        "'x', which no container can give. Take a service instead.")]
    [InlineData("[Handler] public static void On(Do command, int [|size|] = 5) { }", "H.On takes int 'size', which " +
        "is no service. Take it from the message or from options.")]
    [InlineData("[Handler] public static string? On(Get query, IClock clock, int [|number|]) => null;", "H.On takes " +
        "int 'number', which is no service. Take it from the message or from options.")]
    [InlineData("[Handler] public static string? On(Get query, string [|text|]) => text;", "H.On takes string " +
        "'text', which is no service. Take it from the message or from options.")]
    [InlineData("[Handler] public static int [|On|](Do command) => 1;", "H.On returns int, but Do asks for " +
        "nothing. Return ValueTask, Task or void.")]
    [InlineData("[Handler] public static ValueTask [|On|](Make command) => default;", "H.On returns nothing, but " +
        "Make asks for int. Return that.")]
    [InlineData("[Handler] public static Task<string> [|On|](Make command) => throw new Exception();", "H.On " +
        "returns string, but Make asks for int. Return that.")]
    [InlineData("[Handler] public static IEnumerable<int> [|On|](Watch query) => [];", "H.On returns " +
        "System.Collections.Generic.IEnumerable<int>, but Watch asks for " +
        "IAsyncEnumerable<int>. Return that.")]
    [InlineData("[Handler] public static int [|On|](Watch query) => 1;", "H.On returns int, but Watch asks for " +
        "IAsyncEnumerable<int>. Return that.")]
    [InlineData("[Handler] public static async void [|On|](Do command) => await Task.Yield();", "H.On is async " +
        "void, so nobody can wait for it. Return ValueTask.")]
    public async Task AMethodThatCannotBeCalled_Reports(string method, string problem) =>
        (await Check(Messages, $"public class H {{ {method} }}")).ShouldHaveSingleItem().GetMessage()
        .ShouldBe("Left out of the generated code: " + problem);

    [Theory]
    [InlineData("public class [|H|]<T> : Base { }", "H<T> is generic; which closed forms to make is unknown. " +
        "Derive a closed handler per message.")]
    [InlineData("public class O<T> { public class [|H|] : Base { } }", "O<T>.H is generic; which closed forms to " +
        "make is unknown. Derive a closed handler per message.")]
    [InlineData("public class O { private class [|H|] : Base { } }", "O.H is private or file-local. Make it " +
        "internal or public, or mark it [NotDiscovered] where it stands in for a handler in a test.")]
    [InlineData("file class [|H|] : Base { }", "H is private or file-local. Make it internal or public, " +
        "or mark it [NotDiscovered] where it stands in for a handler in a test.")]
    [InlineData("public class [|H|] : Base { private H() { } }", "H has no accessible constructor. Give it a " +
        "public one.")]
    [InlineData("public class [|H|] : Base { public H(int a) { } public H(string a) { } }", "H has several " +
        "constructors with 1 parameters. Leave one.")]
    [InlineData("public class [|H|] : Base { public H(ref int a) { } }", "the constructor of H takes 'a' by " +
        "reference. Take it by value.")]
    [InlineData("public class [|H|] : Base { public required int A { get; set; } }", "H has required members, " +
        "which no container sets. Take them in the constructor.")]
    [InlineData("[Handler] public abstract class [|H|] : Base { }", "H is abstract and marked [Handler]. Mark the " +
        "classes that derive from it.")]
    public async Task AClassThatCannotBeMade_Reports(string type, string problem) =>
        (await Check(
            Messages,
            """
            public abstract class Base
            {
                public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
            }
            """,
            type.Replace(": Base", ": Base, ICommandHandler<Do>", StringComparison.Ordinal)))
        .ShouldHaveSingleItem().GetMessage().ShouldBe("Left out of the generated code: " + problem);

    [Fact]
    public Task AStructHandler_Reports() => Check(
        Messages,
        """
        public struct [|H|] : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        """);

    [Fact]
    public Task AMarkedClassThatHandlesNothing_Reports() => Check("[Handler] public class [|H|];");

    [Theory]
    [InlineData("static void M() { [Handler] static void [|On|](Do command) { } On(new()); }")]
    [InlineData("static Action<Do> M() => {|CQG3003:[Handler] (command) => { }|};")]
    [InlineData("static Do M { [Handler] [|set|] { } }")]
    public Task AMarkOnWhatIsNoMethod_Reports(string member) => Check(Messages, $"public class H {{ {member} }}");

    [Fact]
    public Task AMethodOfAnAbstractClass_Reports() => Check(
        Messages, "public abstract class H { [Handler] public void [|On|](Do command) { } }");

    [Fact]
    public Task AMethodOfAClassThatCannotBeMade_Reports() => Check(
        Messages, "public class H { private H() { } [Handler] public void [|On|](Do command) { } }");

    [Theory]
    [InlineData("public static partial class O { [Command] private sealed partial record [|M|] : ICommand; }")]
    [InlineData("[Event] file sealed partial record [|M|] : IEvent;")]
    [InlineData("[Event] public ref partial struct [|M|];")]
    [InlineData("[Command] public static partial class [|M|];")]
    public Task AMessageThatCannotBeNamed_Reports(string message) => Check(message);

    [Theory]
    [InlineData("sealed record", "Other is no event", true)]
    [InlineData("struct", "", true)]
    [InlineData("record", "", false)]
    [InlineData("interface", "", false)]
    public Task AListenerOfWhatIsNoEvent_Reports(string kind, string note, bool isReported) => Check(
        $$"""
        public {{kind}} Other; // {{note}}
        public sealed class {{(isReported ? "[|H|]" : "H")}} : IEventHandler<Other>
        {
            public ValueTask HandleAsync(Other @event, CancellationToken cancellationToken) => default;
        }
        [Handler] public abstract class {|CQG3003:Base|} : IEventHandler<Other>
        {
            public abstract ValueTask HandleAsync(Other @event, CancellationToken cancellationToken);
        }
        """);

    private const string Unmarked =
        "M has an After that takes Stopwatch, which its Before returns: mark the parameter [State].";

    [Theory]
    [InlineData("public sealed class [|M|];", "M has no public Before, After, Failed or Finally and implements " +
        "neither IMiddleware nor IStreamMiddleware. Add one.")]
    [InlineData("public sealed class [|M|]<T> { public void Before<TMessage>(TMessage message) { } }", "M<T> is " +
        "generic. Make the hook methods generic instead: void Before<TMessage>(TMessage message).")]
    [InlineData("public abstract class [|M|] { public void Before<T>(T m) { } }", "M is abstract or static. " +
        "Middleware is a class that can be made.")]
    [InlineData("file sealed class [|M|] { public void Before<T>(T m) { } }", "M is private or file-local. Make it " +
        "internal or public.")]
    [InlineData("public sealed class [|M|] { public required int R { get; init; } public void Before<T>(T m) { } }",
        "M has required members, which no container sets. Take them in the constructor.")]
    [InlineData("public sealed class M { public int [|Before|]<T>(T m) => 1; }", "M has a Before that returns int. " +
        "Before may return Decision or a value marked [return: State], Failed may return Recovery; otherwise return " +
        "nothing.")]
    [InlineData("public sealed class M { public void Before<T>(T m, string [|other|]) { } }", "M has a Before whose " +
        "parameter other is nothing that a hook can receive. Hooks take the message, the result (After), the " +
        "exception (Failed), [State], MessageInfo, MessageContext and CancellationToken; take services in the " +
        "constructor.")]
    [InlineData("public sealed class M { public void [|Before|]<T, TOther>(T m) { } }", "M has a Before whose type " +
        "parameter TOther is neither the message nor the result. Remove it.")]
    [InlineData("public sealed class M { public void After<T>(T m, [State] int [|state|]) { } }", "M has a [State] " +
        "parameter but no Before that returns [State]. Write [return: State] on Before.")]
    [InlineData("public sealed class M { [return: State] public int Before<T>(T m) => 1; " +
        "public void After<T>(T m, [State] string [|state|]) { } }", "M has an After that takes [State] string, but " +
        "Before returns int. Give both the same type.")]
    [InlineData("public sealed class M { [return: State] public Stopwatch Before<T>(T m) => new(); " +
        "public void After<T>(T m, Stopwatch [|started|]) { } }", Unmarked)]
    [InlineData("public sealed class M { [return: State] public Stopwatch Before<T>(T m) => new(); " +
        "public void After<T, R>(T m, R r, Stopwatch [|started|]) { } }", Unmarked)]
    [InlineData("public sealed class M { [return: State] public Stopwatch Before<T>(T m) => new(); " +
        "public void After(Stopwatch [|started|]) { } public void Finally([State] Stopwatch s) { } }", Unmarked)]
    [InlineData("public sealed class M { public Decision<R, Stopwatch> Before<T, R>(T m) => default; " +
        "public ValueTask AfterAsync(Stopwatch [|started|]) => default; }",
        "M has an AfterAsync that takes Stopwatch, which its Before returns: mark the parameter [State].")]
    [InlineData("public sealed class M { [return: State] public long Before() => 1; " +
        "public void After(long [|started|]) { } }",
        "M has an After that takes long, which its Before returns: mark the parameter [State].")]
    [InlineData("public sealed class M { [return: State] public long Before() => 1; " +
        "public void After<T>(T m, long [|started|]) { } }",
        "M has an After that takes long, which its Before returns: mark the parameter [State].")]
    [InlineData("public sealed class M { [return: State] public long Before() => 1; " +
        "public void Finally(long [|started|]) { } }",
        "M has a Finally that takes long, which its Before returns: mark the parameter [State].")]
    [InlineData("public sealed class M { private void [|After|]<T>(T m) { } }", "M has an After that is neither " +
        "public nor internal, so nobody could call it. Make it public, or give it another name.")]
    [InlineData("public sealed class [|M|] : WithHook { public void Before<T>(T m) { } }", "M inherits After from " +
        "WithHook, and hooks of base classes are not called. Declare it here.")]
    [InlineData("public sealed class M { public void Before(int [|number|]) { } }", "M has a Before that takes int " +
        "as its message, which no message is, so it would never run. Take a message, or a type that messages have in " +
        "common.")]
    [InlineData("public sealed class M { public void After(List<int>[] [|r|]) { } }", "M has an After that takes " +
        "System.Collections.Generic.List<int>[] as its message, which no message is, so it would never run. The " +
        "result comes second: take the message before it.")]
    [InlineData("public sealed class M { public void Before() { } public ValueTask [|BeforeAsync|]() => default; }",
        "M has a BeforeAsync that would never run, since its Before takes all that it takes. Leave one of them.")]
    [InlineData("public sealed class M { public void Before(object m) { } public void [|Before|](WithHook m) { } }",
        "M has a Before that would never run, since another Before takes all that it takes. Leave one of them.")]
    [InlineData("public sealed class M { public void After<T>(T m) { } " +
        "public void [|AfterAsync|]<T, TR>(T m, TR r) { } }", "M has an AfterAsync that would never run, since its " +
        "After takes all that it takes. Leave one of them.")]
    public async Task AMisshapenMiddleware_Reports(string type, string problem) =>
        (await Check(
            "public class WithHook { public void After<T>(T m) { } }",
            "using System.Diagnostics; [Middleware] " + type)).ShouldHaveSingleItem().GetMessage()
        .ShouldBe("Left out of the generated code: " + problem);

    [Theory]
    [InlineData("public void Before(Do m) { } public void Before<T>(T m) { }")]
    [InlineData("public void Before<T>(T m) { } public void Before(Do m) { }")]
    [InlineData("public void Before(Do m) { } public ValueTask BeforeAsync(Done m) => default;")]
    [InlineData("public void Before(Done m) { } public void Before(IEvent m) { } public void Before(object m) { }")]
    [InlineData("public void Before<T>(T m) where T : IEvent { } public void BeforeAsync<T>(T m) { }")]
    [InlineData("public void After<T>(T m, int r) { } public void After<T>(T m, string r) { } " +
        "public void After<T, TR>(T m, TR r) { }")]
    [InlineData("public Decision<int> Before<T>(T m) => default; public void BeforeAsync<T>(T m) { }")]
    [InlineData("public void Before() { } public void After() { } public void Finally() { }")]
    [InlineData("public void Before(IClock m) { } public void Failed<T>(T m, Exception e) { }")]
    [InlineData("[return: State] public long Before() => 1; public void After<T>(T m, long r) { } " +
        "public void Finally([State] long s) { }")]
    [InlineData("[return: State] public Do Before(Do m) => m; public void Finally(Do m, [State] Do s) { }")]
    [InlineData("[return: State] public IClock Before(IClock m) => m; public void After(IClock m) { }")]
    [InlineData("[return: State] public T Before<T>(T m) => m; public void After<T>(T m) { }")]
    public Task OverloadsOfWhichEachHasItsMessages_AreSilent(string hooks) =>
        Check(Messages, $"[Middleware] public sealed class M {{ {hooks} }}");

    [Fact]
    public Task AMisshapenAround_Reports() => Check(
        """
        [Middleware]
        public sealed class Both<TMessage, TResult> : IMiddleware<TMessage, TResult>
        {
            public void [|Before|](TMessage message) { }
            public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken token)
                where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, token);
        }
        [Middleware]
        public sealed class [|Loose|]<TMessage, TResult, TOther> : IMiddleware<TMessage, TResult>
        {
            public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken token)
                where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, token);
        }
        public class Outer<T>
        {
            [Middleware] public sealed class [|Inner|] { public void Before<TMessage>(TMessage message) { } }
        }
        """);

    [Fact]
    public Task MiddlewareOfEveryForm_IsSilent() => Check(
        """
        public sealed record Started(long Ticks);
        [Middleware]
        public sealed class Hooks(IServiceProvider services)
        {
            [return: State] public Started? Before<T>(T m, MessageInfo info) => services is null ? null : new(1);
            public ValueTask AfterAsync<T, TResult>(T m, TResult r, [State] object? s, CancellationToken t) => default;
            public Recovery<TResult> Failed<T, TResult>(T m, Exception x, [State] Started? s) => default;
            internal void Finally(MessageContext context) { }
            private void Help() { }
        }
        [Middleware(Order = 1)]
        public sealed class Deciding
        {
            public Decision<TResult, List<T>> Before<T, TResult>(T m) => default;
            public static void After<T>(T m, [State] List<T> s) { }
        }
        public abstract class Base { public abstract void Before<T>(T m); }
        [Middleware(Order = 2)] public sealed class Overriding : Base { public override void Before<T>(T m) { } }
        [Middleware(Order = 3), NotDiscovered] public sealed class LeftOut;
        """);

    [Fact]
    public async Task AUseOfWhatIsNoMiddleware_Reports() =>
        (await Check(
            """
            public sealed class Plain;
            [Middleware(Scope = MiddlewareScope.Explicit)]
            public sealed class Named { public void Before<T>(T message) { } }
            [Event, {|CQG3003:Use<Plain>|}] public sealed partial record Placed : IEvent;
            public static class H { [Handler, Use<Named>, {|CQG3003:Use<Plain>|}] public static void On(Placed e) { } }
            [{|CQG3003:Use<Plain>|}]
            public sealed class Listener : IEventHandler<Placed>
            {
                public ValueTask HandleAsync(Placed @event, CancellationToken cancellationToken) => default;
            }
            """))[0].GetMessage().ShouldBe(
            "Left out of the generated code: [Use] on Placed names Plain, which is no middleware. Mark that " +
            "class [Middleware].");

    private const string Constrained =
        """
        public interface ISecret;
        [Middleware(Scope = MiddlewareScope.Explicit)]
        public sealed class Guard { public void Before<T>(T message) where T : ISecret { } }
        [Middleware(Kinds = MessageKinds.Queries, Scope = MiddlewareScope.Explicit)]
        public sealed class Cache<TMessage, TResult> : IMiddleware<TMessage, TResult>
        {
            public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken token)
                where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, token);
        }
        """;

    [Theory]
    [InlineData(
        "[Command, [|Use<Guard>|]] public sealed partial record Go : ICommand;",
        "[Use<Guard>] on Go does nothing: the kinds or constraints of Guard exclude it. Change them, or remove the " +
        "attribute.")]
    [InlineData(
        "[Command, [|Use<Cache<Go, Unit>>|]] public sealed partial record Go : ICommand;",
        "[Use<Cache>] on Go does nothing: the kinds or constraints of Cache exclude it. Change them, or remove the " +
        "attribute.")]
    [InlineData(
        "public static class H { [Handler, [|Use<Guard>|]] public static void On(Do command) { } }",
        "[Use<Guard>] on H.On(Do) does nothing: the kinds or constraints of Guard exclude Do. Change them, or remove " +
        "the attribute.")]
    [InlineData(
        "[[|Use<Guard>|]] public class H { [Handler] public static void On(Do command) { } }",
        "[Use<Guard>] on H does nothing: the kinds or constraints of Guard exclude Do. Change them, or remove the " +
        "attribute.")]
    [InlineData(
        "[[|Use<Guard>|]] public class H;",
        "[Use<Guard>] on H does nothing: that is neither a message nor a handler. Put it on one.")]
    [InlineData(
        "public class H { [[|Use<Guard>|]] public static void On(Do command) { } }",
        "[Use<Guard>] on H.On(Do) does nothing: that is neither a message nor a handler. Put it on one.")]
    [InlineData(
        "[[|Use<Guard>|]] public abstract class H : IEventHandler<Done> { " +
        "public ValueTask HandleAsync(Done e, CancellationToken token) => default; }",
        "[Use<Guard>] on H does nothing: that is abstract, and its attributes are not those of the types that derive " +
        "from it. Put it on those.")]
    public async Task AUseThatPutsNothingAnywhere_Reports(string source, string problem) =>
        (await Check(Messages, Constrained, source)).ShouldHaveSingleItem().GetMessage()
        .ShouldBe("Left out of the generated code: " + problem);

    [Fact]
    public Task AUseThatFits_IsSilent() => Check(
        Messages,
        Constrained,
        """
        [Command, Use<Guard>] public sealed partial record Go : ICommand, ISecret;
        [Command, Use<Guard>] public sealed partial record Put<T> : ICommand where T : ISecret;
        [Query, Use<Cache<Find, int>>] public sealed partial record Find : IQuery<int>;
        [Use<Cache<Get, string>>]
        public static class H { [Handler] public static string? On(Get query) => null; }
        [Use<Guard>]
        public sealed class Listener : IEventHandler<IEvent>
        {
            public ValueTask HandleAsync(IEvent @event, CancellationToken cancellationToken) => default;
        }
        [NotDiscovered, Use<Guard>] public sealed class Fake;
        [Use<Missing>] public sealed class Broken { [Handler, Use<Missing>] public void On(Do command) { } }
        """.Replace("Missing", "{|CS0246:Missing|}", StringComparison.Ordinal));

    [Theory]
    [InlineData("public sealed class [|V|] : IValidator<Do> { private V() { } ", "V has no accessible constructor. " +
        "Give it a public one.")]
    [InlineData("public sealed class [|V|]<T> : IValidator<Do> { ", "V<T> is generic; which closed forms to make is " +
        "unknown. Derive a closed handler per message.")]
    [InlineData("public struct [|V|] : IValidator<Do> { ", "V is a struct. Make it a class.")]
    public async Task AValidatorThatCannotBeMade_Reports(string type, string problem) =>
        (await Check(Messages, type + Validate)).ShouldHaveSingleItem().GetMessage()
        .ShouldBe("Left out of the generated code: " + problem);

    [Theory]
    [InlineData("public sealed class V(IClock clock) : IValidator<Do> { public IClock Clock => clock; ")]
    [InlineData("public abstract class V : IValidator<Do> { protected V(int x) { } ")]
    [InlineData("[NotDiscovered] public sealed class V : IValidator<Do> { private V() { } ")]
    public Task AValidatorThatCanBeMadeOrIsLeftOut_IsSilent(string type) => Check(Messages, type + Validate);

    [Fact]
    public Task HandlersOfEveryForm_AreSilent() => Check(
        Messages,
        """
        public sealed class H(IClock clock) : ICommandHandler<Do>, IQueryHandler<Get, string?>, IEventHandler<object>
        {
            public H() : this(null!) { }
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
            public ValueTask<string?> HandleAsync(Get query, CancellationToken cancellationToken) => default;
            ValueTask IEventHandler<object>.HandleAsync(object @event, CancellationToken cancellationToken) => default;
            public override string ToString() => $"{clock}";
        }
        public static class Static
        {
            [Handler] public static void A(Do command) { }
            [Handler] public static Task B(Do command, IClock clock, CancellationToken token) => Task.CompletedTask;
            [Handler] internal static int C(Make command) => 1;
            [Handler] public static Task<int> D(Make command, in Instance other) => Task.FromResult(1);
            [Handler] public static ValueTask<string> E(Get query) => new("");
            [Handler] public static async IAsyncEnumerable<int> F(Watch query) { await Task.Yield(); yield return 1; }
            [Handler] public static void G(IEvent @event) { }
        }
        public class Instance(IClock clock)
        {
            [Handler] protected internal void A(Done @event) => clock.ToString();
        }
        public abstract class WithStatic
        {
            private WithStatic() { }
            [Handler] public static void A(Done @event) { }
        }
        [Handler(Order = 1)] public class Marked { [Handler] public void A(Done @event) { } }
        """);

    [Fact]
    public Task AValueWithAKey_IsSilent() => Check(
        Messages,
        """
        public class H { [Handler] public static void On(Do command, [FromKeyedServices("shop")] string database) { } }
        """);

    [Theory]
    [InlineData("[Query(TimeoutSeconds = 5)] public sealed partial record [|M|] : IStreamQuery<int>;", "M states " +
        "TimeoutSeconds, but a stream query has no timeout. Remove it.")]
    [InlineData("[Command(TimeoutSeconds = -7)] public sealed partial record [|M|] : ICommand;", "M states a " +
        "TimeoutSeconds of -7. State a number of seconds, 0 for no timeout, or -1 for that of its kind.")]
    [InlineData("[Query(TimeoutSeconds = double.NaN)] public sealed partial record [|M|] : IQuery<int>;", "M states " +
        "a TimeoutSeconds of NaN. State a number of seconds, 0 for no timeout, or -1 for that of its kind.")]
    public async Task ATimeoutThatWouldDoNothing_Reports(string message, string problem) =>
        (await Check(message)).ShouldHaveSingleItem().GetMessage()
        .ShouldBe("Left out of the generated code: " + problem);

    [Theory]
    [InlineData("[Query] public sealed partial record M : IStreamQuery<int>;")]
    [InlineData("[Command(TimeoutSeconds = -1)] public sealed partial record M : ICommand;")]
    [InlineData("[Command(TimeoutSeconds = 0)] public sealed partial record M : ICommand;")]
    [InlineData("[Query(TimeoutSeconds = 0.5)] public sealed partial record M : IQuery<int>;")]
    public Task ATimeoutThatMeansSomething_IsSilent(string message) => Check(message);

    [Fact]
    public Task WhatIsNoHandler_IsSilent() => Check(
        Messages,
        """
        public abstract class Base<T> : IEventHandler<T>
        {
            public abstract ValueTask HandleAsync(T @event, CancellationToken cancellationToken);
        }
        public class Plain<T> { private Plain() { } private void On(Do command) { } }
        public static class O { private sealed record NotMarked; }
        """);

    [Fact]
    public Task AMessageWithoutInterface_AsksForNoResult() => Check(
        """
        [Command] public sealed partial record Do;
        public static class H { [Handler] public static Task<int> On(Do command) => throw new Exception(); }
        """);

    [Theory]
    [InlineData("[Handler] static ValueTask [|On|](Do command) => default;", "[Handler] internal static ValueTask " +
        "On(Do command) => default;")]
    [InlineData("[Handler] private static ValueTask [|On|](Do command) => default;", "[Handler] internal static " +
        "ValueTask On(Do command) => default;")]
    [InlineData("[Handler] private protected static ValueTask [|On|](Do command) => default;", "[Handler] internal " +
        "static ValueTask On(Do command) => default;")]
    [InlineData("[Handler] public static void [|On|](ref Do command) { }", "[Handler] public static void On(Do " +
        "command) { }")]
    [InlineData("[Handler] public static void [|On|](IClock clock, Do command, Uri x) { }", "[Handler] public " +
        "static void On(Do command, IClock clock, Uri x) { }")]
    [InlineData("[Handler] public static async void [|On|](Do command) => await Task.Yield();", "[Handler] public " +
        "static async ValueTask On(Do command) => await Task.Yield();")]
    [InlineData("[Handler] public static void [|On|](Make command) => throw new Exception();", "[Handler] public " +
        "static int On(Make command) => throw new Exception();")]
    [InlineData("[Handler] public static Task<string> [|On|](Make command) => throw new Exception();", "[Handler] " +
        "public static Task<int> On(Make command) => throw new Exception();")]
    [InlineData("[Handler] public static ValueTask [|On|](Make command) => throw new Exception();", "[Handler] " +
        "public static ValueTask<int> On(Make command) => throw new Exception();")]
    [InlineData("[Handler] public static Task<string> [|On|](Do command) => throw new Exception();", "[Handler] " +
        "public static Task On(Do command) => throw new Exception();")]
    [InlineData("[Handler] public static int[] [|On|](Watch query) => throw new Exception();", "[Handler] public " +
        "static IAsyncEnumerable<int> On(Watch query) => throw new Exception();")]
    public Task TheFixMendsTheMethod(string before, string after) => CheckFix(
        Messages + $"\npublic class H\n{{\n    {before}\n}}", Messages + $"\npublic class H\n{{\n    {after}\n}}");

    [Fact]
    public Task TheFixMakesTypesInternal() => CheckFix(
        """
        [Command] public sealed partial record Do : ICommand;
        public class Outer
        {
            private class Inner
            {
                // The handler.
                class [|DoHandler|] : ICommandHandler<Do>
                {
                    public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
                }
            }
        }
        """,
        """
        [Command] public sealed partial record Do : ICommand;
        public class Outer
        {
            internal class Inner
            {
                // The handler.
                internal class DoHandler : ICommandHandler<Do>
                {
                    public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
                }
            }
        }
        """);

    [Fact]
    public Task TheFixMakesAFileLocalTypeInternal() => CheckFix(
        "[Event] file sealed partial record [|Done|] : IEvent;",
        "[Event] internal sealed partial record Done : IEvent;");

    [Fact]
    public Task NoFixIsOfferedWhereTheAuthorMustDecide() => CheckNoFix(
        """
        [Command] public sealed partial record Do : ICommand;
        public class [|H|]<T> : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
            [Handler] public static void [|On|](int number) { }
        }
        """);

    [Fact]
    public Task AFakeThatIsNotDiscovered_IsSilent() => Check(
        """
        [Command] public sealed partial record Do : ICommand;
        public static class Tests
        {
            [NotDiscovered] private sealed class Fake : ICommandHandler<Do>
            {
                private Fake() { }
                public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
            }
            [NotDiscovered] private static class Fakes
            {
                [Handler] private static void Do(Do command) { }
            }
        }
        """);

    private const string Hiding =
        """
        namespace Module;
        [Event] public sealed partial record Placed : IEvent;
        [Event] public sealed partial record Moved : IEvent;
        public static class Listener { [Handler] public static void On(Placed message) { } }
        [Middleware(Order = 3)] internal sealed class Hidden { public void Before(Placed message) { } }
        """;

    private const string Host = "public static class P { public static void Run(IServiceCollection s) => s.";

    [Theory]
    [InlineData(
        "[Middleware] public sealed class [|Own|] { public void Before<T>(T message) { } }", "Own stands around")]
    [InlineData(
        "public static class H { [Handler] public static void [|On|](Module.Placed e) { } }",
        "H.On(Module.Placed) listens to")]
    [InlineData(
        "public sealed class [|H|] : IEventHandler<IEvent> { " +
        "public ValueTask HandleAsync(IEvent e, CancellationToken token) => default; }",
        "H listens to")]
    public async Task WhatNoPipelineCanHoldBesideInternalMiddleware_Reports(string source, string problem) =>
        (await Check(new SourceProject("Host", source, Host + "AddCqrsGen(); }")
            .Referencing(new SourceProject("Module", Hiding))))
        .ShouldHaveSingleItem().GetMessage().ShouldBe(
            $"Left out of the generated code: {problem} Module.Placed, around which Module.Hidden stands that is " +
            "internal to Module, so no pipeline can hold both. Make that middleware public, or keep it from events " +
            "by Kinds.");

    [Fact]
    public async Task ListenersOfAnotherModuleBesideInternalMiddleware_Report()
    {
        var module = new SourceProject("Module", Hiding);
        var other = new SourceProject(
            "Other", "public static class H { [Handler] public static void On(Module.Placed e) { } }")
            .Referencing(module);

        (await Check(new SourceProject("Host", Host + "[|AddCqrsGen|](); }").Referencing(module, other)))
            .ShouldHaveSingleItem().GetMessage().ShouldContain("Other listens to or stands around Module.Placed");
    }

    [Fact]
    public Task WhatKeepsAwayFromInternalMiddleware_IsSilent() => Check(
        new SourceProject(
            "Host",
            Host + "AddCqrsGen(); }",
            "public static class H { [Handler] public static void On(Module.Moved e) { } }",
            "[Middleware] public sealed class Own { public void Before(Module.Moved message) { } }")
            .Referencing(new SourceProject("Module", Hiding)));

    [Theory]
    [InlineData(
        "[Command] public sealed partial record A([field: Required] string [|B|]) : ICommand;",
        "A.B with [Required] has the attribute on its field, where nobody looks. Write it without 'field:'.")]
    [InlineData(
        "[Command] public sealed partial record A : ICommand { [field: Range(1, 2)] public int [|B|] { get; init; } }",
        "A.B with [Range] has the attribute on its field, where nobody looks. Write it without 'field:'.")]
    [InlineData(
        "[Query] public sealed partial record A : IQuery<int> { [Range(1, 2)] public static int [|B|] { get; } }",
        "A.B with [Range] is static, but only what an object holds is validated. Remove the attribute.")]
    [InlineData(
        "[Event] public sealed partial record A([property: Trim] string [|B|]) : IEvent;",
        "A.B with [Trim] is of an event. Events have happened and are not changed: change the command that leads to " +
        "it.")]
    [InlineData(
        "[Event] public sealed partial record A : IEvent { [EmptyToNull] public string? [|B|] { get; init; } }",
        "A.B with [EmptyToNull] is of an event. Events have happened and are not changed: change the command that " +
        "leads to it.")]
    [InlineData(
        "[Query(Validate = false)] public sealed partial record A([property: Trim] string [|B|]) : IQuery<int>;",
        "A.B with [Trim] is of a message that states Validate = false, so nobody follows it. Remove one of the two.")]
    public async Task AnAttributeThatNobodyFollows_Reports(string source, string problem) =>
        (await Check("using System.ComponentModel.DataAnnotations; " + source))
            .ShouldHaveSingleItem().GetMessage().ShouldBe("Left out of the generated code: " + problem);

    [Theory]
    [InlineData("[Query(Validate = false)] public sealed partial record A([Required] string B) : IQuery<int>;")]
    [InlineData("[Event] public sealed partial record A([field: Required] string B) : IEvent;")]
    [InlineData("public sealed record A([field: MaxLength(3)] string B) { [Required] public static int C { get; } }")]
    [InlineData("[Command] public sealed partial record A([Required] string B) : ICommand " +
        "{ [field: NonSerialized] public int C { get; init; } [ThreadStatic] public static int D; }")]
    public Task AnAttributeThatOthersMayRead_IsSilent(string source) =>
        Check("using System.ComponentModel.DataAnnotations; " + source);

    [Theory]
    [InlineData(
        "Done",
        "V validates Done, which is an event. Events have happened and are not validated: validate the command that " +
        "leads to it.")]
    [InlineData(
        "Free", "V validates Free, which states Validate = false, so nobody asks it. Remove one of the two.")]
    public async Task AValidatorOfWhatIsNotValidated_Reports(string message, string problem)
    {
        const string Free = "[Command(Validate = false)] public sealed partial record Free : ICommand;";
        string validate = Validate.Replace("(Do m", $"({message} m", StringComparison.Ordinal);

        (await Check(Messages, Free, $"public sealed class [|V|] : IValidator<{message}> {{ {validate}"))
            .ShouldHaveSingleItem().GetMessage().ShouldBe("Left out of the generated code: " + problem);
        await Check(Messages, Free, $"[NotDiscovered] public sealed class V : IValidator<{message}> {{ {validate}");
    }
}
