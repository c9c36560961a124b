using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class MisnamedHookTests : RuleTests<MisnamedHookAnalyzer, MisnamedHookFixer>
{
    private const string Messages =
        """
        [Command] public sealed partial record Do : ICommand;
        [Event] public sealed partial record Done : IEvent;
        public interface IAudit { void OnError(Exception exception); }
        """;

    [Theory]
    [InlineData("void [|Befor|]<TMessage>(TMessage message) { }", "Before")]
    [InlineData("void [|before|]<TMessage>(TMessage message) { }", "Before")]
    [InlineData("Task [|BeforeAsnyc|](Do message) => Task.CompletedTask;", "BeforeAsync")]
    [InlineData("Task [|AfterAsyn|]() => Task.CompletedTask;", "AfterAsync")]
    [InlineData("Task [|AfterAsyn|]<T>(T message) => Task.CompletedTask;", "AfterAsync")]
    [InlineData("Task [|AfterAsnyc|]<T>(T message) => Task.CompletedTask;", "AfterAsync")]
    [InlineData("Task [|BeforeAsyn|]() => Task.CompletedTask;", "BeforeAsync")]
    [InlineData("Task [|FinallyAsnc|]() => Task.CompletedTask;", "FinallyAsync")]
    [InlineData("Task [|FailedAsycn|](Exception exception) => Task.CompletedTask;", "FailedAsync")]
    [InlineData("ValueTask [|BefroeAsync|](Do message) => default;", "BeforeAsync")]
    [InlineData("void [|Aftr|]<TMessage, TResult>(TMessage message, TResult result) { }", "After")]
    [InlineData("void [|AfterAll|](Done message) { }", "After")]
    [InlineData("void [|Failled|]<TMessage>(TMessage message, Exception exception) { }", "Failed")]
    [InlineData("void [|OnError|]<TMessage>(TMessage message, Exception exception) { }", "Failed")]
    [InlineData("void [|OnException|](Exception exception) { }", "Failed")]
    [InlineData("Task [|CatchAsync|](Exception error, CancellationToken token) => Task.CompletedTask;", "FailedAsync")]
    [InlineData("void [|Finaly|]() { }", "Finally")]
    [InlineData("static void [|Finaly|](MessageInfo info, [State] long started) { }", "Finally")]
    [InlineData("void [|OnExit|](MessageContext context) { }", "Finally")]
    [InlineData("[return: State] int [|PreHandle|](MessageInfo info) => 1;", "Before")]
    public Task AMethodThatLooksLikeAHook_Reports(string method, string name) => CheckMessage(
        $"A hook has the name of a hook: nothing calls '{NameIn(method)}' of the middleware 'M'. Rename it to " +
        $"'{name}', or make it private.",
        Messages,
        Middleware(method));

    [Theory]
    [InlineData("void Filter(string text) { }")]
    [InlineData("int Called(int times) => times;")]
    [InlineData("void Error(string text) { }")]
    [InlineData("void Failing() { }")]
    [InlineData("void OnError(string text, Exception exception, int code) { }")]
    [InlineData("void OnError(ref Exception exception) { }")]
    [InlineData("void Befor(CancellationToken token) { }")]
    [InlineData("void Handle<TMessage>(TMessage message) { }")]
    [InlineData("void Describe(Exception exception) { }")]
    public Task AMethodOfAnotherMeaning_IsSilent(string method) => Check(Messages, Middleware(method));

    [Fact]
    public Task AMethodThatSomebodyElseCalls_IsSilent() => Check(
        Messages,
        """
        [Middleware]
        public sealed class M : IAudit
        {
            public void Before<TMessage>(TMessage message) => Befor(message);
            public void Failed(Exception exception) => OnException(exception);
            public void Befor<TMessage>(TMessage message) { }
            public void OnException(Exception exception) { }
            public void OnError(Exception exception) { }
            private void Failled(Exception exception) { }
            public override string ToString() => "";
        }
        """);

    [Fact]
    public Task AHookBesideAWordOfAnotherMeaning_IsSilent() => Check(
        Messages,
        """
        [Middleware]
        public sealed class M
        {
            public void Failed(Exception exception) { }
            public void HandleError(Exception exception) { }
        }
        """);

    [Fact]
    public Task AClassThatHasNoHooksToBeCalled_IsSilent() => Check(
        Messages,
        """
        public sealed class Plain { public void Befor<TMessage>(TMessage message) { } }
        [NotDiscovered, Middleware] public sealed class Fake { public void Befor<TMessage>(TMessage message) { } }
        [Middleware]
        public sealed class Around<TMessage, TResult> : IMiddleware<TMessage, TResult>
        {
            public void OnError(Exception exception) { }
            public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken token)
                where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, token);
        }
        """);

    [Fact]
    public Task TheFixRenames() => CheckFix(
        """
        [Middleware]
        public sealed class M
        {
            /// <summary>Counts.</summary>
            public static async Task [|OnFailureAsync|]<TMessage>(TMessage message, Exception exception) =>
                await Task.Yield();
            public void Finally() { }
        }
        """,
        """
        [Middleware]
        public sealed class M
        {
            /// <summary>Counts.</summary>
            public static async Task FailedAsync<TMessage>(TMessage message, Exception exception) =>
                await Task.Yield();
            public void Finally() { }
        }
        """);

    [Fact]
    public Task FixAllRenames() => CheckFixAll(
        [
            """
            [Middleware]
            public sealed class M
            {
                public void [|Befor|]<TMessage>(TMessage message) { }
                public void [|Finaly|]() { }
            }
            """,
        ],
        [
            """
            [Middleware]
            public sealed class M
            {
                public void Before<TMessage>(TMessage message) { }
                public void Finally() { }
            }
            """,
        ]);

    [Fact]
    public Task AMethodThatOthersCall_IsNotRenamed() => CheckNoFix(
        """
        [Middleware] public sealed class M { public void [|Finaly|]() { } }
        public static class Test { public static void Run() => new M().Finaly(); }
        """);

    private static string Middleware(string method) => $"[Middleware] public sealed class M {{ {Public(method)} }}";

    /// <summary>Attributes come first.</summary>
    private static string Public(string method) => method.StartsWith("[return", StringComparison.Ordinal)
        ? method.Replace("] int", "] public int", StringComparison.Ordinal)
        : "public " + method;

    private static string NameIn(string method) => method.Split("[|")[1].Split("|]")[0];
}
