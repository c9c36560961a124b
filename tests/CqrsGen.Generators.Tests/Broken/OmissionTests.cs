using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Tests.Broken;

/// <summary>What the generator leaves out it reports, and nothing else breaks.</summary>
public sealed class OmissionTests
{
    private const string Good =
        """
        [Command] public sealed partial record Good : ICommand<int>;
        public static class GoodHandler { [Handler] public static int Handle(Good command) => 1; }

        """;

    public static TheoryData<string, string> Omissions() => new()
    {
        // Messages.
        { "CQG3016", "public sealed partial record Bare : ICommand<int>;" },
        { "CQG3016", "[Command] public sealed record NotPartial;" },
        { "CQG3016", "[Command] public sealed partial record Nobodys;" },
        {
            "CQG3016",
            "[Query] public sealed partial record Nothing; " +
            "public static class N { [Handler] public static void Handle(Nothing query) { } }"
        },
        {
            "CQG3016",
            """
            [Command] public sealed partial record Twice;
            public static class T
            {
                [Handler] public static int One(Twice command) => 1;
                [Handler] public static int Two(Twice command) => 2;
            }
            """
        },
        { "CQG2005", "[Command] public sealed partial record Both : ICommand<int>, ICommand<string>;" },
        { "CQG2005", "[Command] public sealed partial record Mixed : ICommand<int>, IQuery<int>;" },
        { "CQG2005", "[Query] public sealed partial record Wrong : ICommand<int>;" },
        {
            "CQG3003",
            "public static partial class Outer { [Command] private sealed partial record Hidden : ICommand<int>; }"
        },
        { "CQG3003", "[Command] file sealed partial record Local : ICommand<int>;" },
        { "CQG3003", "[Command] public ref partial struct Short;" },
        {
            "CQG3019",
            "[Command(Name = \"x\")] public sealed partial record X1 : ICommand<int>; " +
            "[Command(Name = \"x\")] public sealed partial record X2 : ICommand<int>; " +
            "public static class X { " +
            "[Handler] public static int A(X1 c) => 1; [Handler] public static int B(X2 c) => 1; }"
        },
        {
            "CQG3017",
            """
            [Command] public partial record Base : ICommand<int>;
            [Command] public sealed record Derived : Base;
            public static class D
            {
                [Handler] public static int B(Base c) => 1;
                [Handler] public static int A(Derived c) => 2;
            }
            """
        },
        {
            "CQG3016",
            """
            [Event] public partial record Happened : IEvent;
            public sealed record HappenedMore : Happened;
            public sealed class H : IEventHandler<HappenedMore>
            {
                public ValueTask HandleAsync(HappenedMore e, CancellationToken t) => default;
            }
            """
        },

        {
            "CQG3016",
            """
            [Event] public partial record Happened : IEvent;
            [Serializable] public record HappenedMore : Happened;
            public sealed class H : IEventHandler<HappenedMore>
            {
                public ValueTask HandleAsync(HappenedMore e, CancellationToken t) => default;
            }
            """
        },
        {
            "CQG3016",
            """
            [Event] public partial record Happened : IEvent;
            public sealed record HappenedMore : Happened;
            public static class H { [Handler] public static void Handle(HappenedMore e) { } }
            """
        },

        // Handlers.
        {
            "CQG3003",
            """
            public sealed record NoEvent;
            public sealed class H : IEventHandler<NoEvent>
            {
                public ValueTask HandleAsync(NoEvent e, CancellationToken t) => default;
            }
            """
        },
        {
            "CQG3003",
            """
            [Command] public partial record NoEvent : ICommand;
            public sealed class H : IEventHandler<NoEvent>
            {
                public ValueTask HandleAsync(NoEvent e, CancellationToken t) => default;
            }
            """
        },
        { "CQG3002", "public static class Again { [Handler] public static int Handle(Good command) => 2; }" },
        { "CQG3003", "public static class C { [Handler] private static int Handle(Other command) => 1; } " + Other },
        { "CQG3003", "public static class C<T> { [Handler] public static int Handle(Other command) => 1; } " + Other },
        { "CQG3003", "public static class C { [Handler] public static int Handle<T>(Other command) => 1; } " + Other },
        {
            "CQG3003",
            "public static class C { [Handler] public static string Handle(Other command) => \"\"; } " + Other
        },
        { "CQG3003", "public static class C { [Handler] public static void Handle(Other command) { } } " + Other },
        {
            "CQG3003",
            "public static class C { " +
            "[Handler] public static async void Handle(OtherVoid command) => await Task.Yield(); } " + Other
        },
        { "CQG3003", "public static class C { [Handler] public static int Handle(string text) => 1; }" },
        { "CQG3003", "public static class C { [Handler] public static int Handle() => 1; }" },
        {
            "CQG3003",
            "public static class C { " +
            "[Handler] public static int Handle(Other command, int retries = 3) => 1; } " + Other
        },
        {
            "CQG3003",
            "public static class C { [Handler] public static int Handle(Other command, Span<int> span) => 1; } " + Other
        },
        {
            "CQG3003",
            "public static class C { " +
            "[Handler] public static int Handle(Other command, ref string text) => 1; } " + Other
        },
        {
            "CQG3003",
            "public static unsafe class C { [Handler] public static int Handle(Other command, int* p) => 1; } " + Other
        },
        {
            "CQG3003",
            "public static class C { [Handler] public static int Handle(Other command, int number) => 1; } " + Other
        },
        {
            "CQG3003",
            "public static class C { [Handler] public static int Handle(Other command, string text) => 1; } " + Other
        },
        {
            "CQG3003",
            "[Query] public sealed partial record S : IStreamQuery<int>; " +
            "public static class C { [Handler] public static int Handle(S query) => 1; }"
        },
        { "CQG3003", "[Query(TimeoutSeconds = 5)] public sealed partial record S : IStreamQuery<int>;" },
        { "CQG3003", "[Command(TimeoutSeconds = -7)] public sealed partial record S : ICommand<int>;" },
        { "CQG3003", "public struct C { [Handler] public int Handle(Other command) => 1; } " + Other },
        { "CQG3003", "public abstract class C { [Handler] public int Handle(Other command) => 1; } " + Other },
        {
            "CQG3003",
            "public sealed class C { private C() { } [Handler] public int Handle(Other command) => 1; } " + Other
        },
        {
            "CQG3003",
            "public sealed class C { " +
            "public C(string a) { } public C(int a) { } public C() { } " +
            "[Handler] public int Handle(Other command) => 1; } " + Other
        },
        {
            "CQG3003",
            "public sealed class C { " +
            "public required string S { get; init; } [Handler] public int Handle(Other command) => 1; } " + Other
        },
        {
            "CQG3003",
            "public sealed class C<T> : ICommandHandler<Other, int> { " +
            "public ValueTask<int> HandleAsync(Other c, CancellationToken t) => new(1); } " + Other
        },
        {
            "CQG3003",
            "file sealed class C : ICommandHandler<Other, int> { " +
            "public ValueTask<int> HandleAsync(Other c, CancellationToken t) => new(1); } " + Other
        },
        {
            "CQG3003",
            "public struct C : ICommandHandler<Other, int> { " +
            "public ValueTask<int> HandleAsync(Other c, CancellationToken t) => new(1); } " + Other
        },

        { "CQG3003", "[Handler] public sealed class C { public static int Handle(Other command) => 1; } " + Other },
        { "CQG3003", "[Handler] public static class C; " + Other },
        {
            "CQG3003",
            "public static class C { " +
            "public static void M() { [Handler] static int Handle(Other command) => 1; Handle(new()); } } " + Other
        },
        {
            "CQG3003",
            "public static class C { public static Func<Other, int> M() => [Handler] (command) => 1; } " + Other
        },
        { "CQG3003", "public static class C { public static Other M { [Handler] set { } } } " + Other },
        { "CQG3003", "public interface I { [Handler] int Handle(Other command) => 1; } " + Other },
        {
            "CQG3003",
            "public sealed class C { " +
            "[Handler] public int Handle(in int x, out Other command) => throw null!; } " + Other
        },
        {
            "CQG3003",
            "public sealed class C { [Handler] public int Handle(Base command) => 1; } " +
            "public abstract record Base; " + Other
        },
        {
            "CQG3003",
            """
            public sealed record Derived : Base;
            [Command] public abstract record Base : ICommand<int>;
            public static class C { [Handler] public static int Handle(Derived command) => 1; }
            """
        },

        // Validators.
        {
            "CQG3003",
            """
            [Event] public sealed partial record Happened : IEvent;
            public sealed class V : IValidator<Happened>
            {
                public ValueTask ValidateAsync(Happened m, ValidationErrors errors, CancellationToken t) => default;
            }
            """
        },
        {
            "CQG3003",
            """
            [Query(Validate = false)] public sealed partial record Free : IQuery<int>;
            public sealed class V : IValidator<Free>
            {
                public ValueTask ValidateAsync(Free m, ValidationErrors errors, CancellationToken t) => default;
            }
            """
        },

        // Attributes of members.
        {
            "CQG3003",
            """
            [Command] public sealed partial record Fielded(
                [field: System.ComponentModel.DataAnnotations.Required] string Text) : ICommand;
            public static class F { [Handler] public static void Handle(Fielded command) { } }
            """
        },
        {
            "CQG3003",
            """
            [Command] public sealed partial record Shared : ICommand
            {
                [System.ComponentModel.DataAnnotations.Required] public static string? Text { get; set; }
            }
            public static class S { [Handler] public static void Handle(Shared command) { } }
            """
        },
        { "CQG3003", "[Event] public sealed partial record Happened([property: Trim] string Text) : IEvent;" },
        {
            "CQG3003",
            """
            [Query(Validate = false)] public sealed partial record Free([property: Trim] string Text) : IQuery<int>;
            public static class F { [Handler] public static int Handle(Free query) => 1; }
            """
        },

        {
            "CQG3003",
            """
            [Command] public sealed partial class Copied : ICommand<string>
            {
                [Trim] public string Text { get; init; } = "";
                public Inner? Inner { get; init; }
            }
            [Command] public sealed partial record Holding(Copied Copied, Outer Outer) : ICommand<string>;
            public sealed record Outer(Inner Inner) { public Outer? Next { get; init; } }
            public sealed record Inner([Trim] string Text);
            public static class C
            {
                [Handler] public static string Handle(Copied command) => "";
                [Handler] public static string Handle(Holding command) => "";
            }
            """
        },

        // Names.
        {
            "CQG3019",
            "[Command] public sealed partial record Casing : ICommand<int>; " +
            "[Command] public sealed partial record casing : ICommand<int>; " +
            "public static class X { " +
            "[Handler] public static int A(Casing c) => 1; [Handler] public static int B(casing c) => 1; }"
        },
        {
            "CQG3019",
            "[Command(Name = \"x\\n\\u2028y*/\")] public sealed partial record X1 : ICommand<int>; " +
            "[Command(Name = \"x\\n\\u2028y*/\")] public sealed partial record X2 : ICommand<int>; " +
            "public static class X { " +
            "[Handler] public static int A(X1 c) => 1; [Handler] public static int B(X2 c) => 1; }"
        },

        // Middleware.
        { "CQG3003", "[Middleware] public sealed class M;" },
        { "CQG3003", "[Middleware] public sealed class M { public void Before(int number) { } }" },
        {
            "CQG3003",
            "[Middleware] public sealed class M { public void Before() { } public ValueTask BeforeAsync() => default; }"
        },
        { "CQG3003", "[Middleware] public sealed class M<T> { public void Before<TMessage>(TMessage message) { } }" },
        { "CQG3003", "[Middleware] public abstract class M { public void Before<TMessage>(TMessage message) { } }" },
        {
            "CQG3003",
            "[Middleware] public sealed class M { " +
            "public required int R { get; init; } public void Before<TMessage>(TMessage message) { } }"
        },
        { "CQG3003", "[Middleware] public sealed class M { public int Before<TMessage>(TMessage message) => 1; }" },
        {
            "CQG3003",
            "[Middleware] public sealed class M { public void Before<TMessage>(TMessage message, string other) { } }"
        },
        {
            "CQG3003",
            "[Middleware] public sealed class M { public void Before<TMessage, TOther>(TMessage message) { } }"
        },
        {
            "CQG3003",
            "[Middleware] public sealed class M { " +
            "public void After<TMessage>(TMessage message, [State] int state) { } }"
        },
        {
            "CQG3003",
            "[Middleware] public sealed class M { public void Failed(InvalidOperationException exception) { } }"
        },
        {
            "CQG3003",
            "[Middleware] public sealed class M { " +
            "public void Failed<TMessage>(TMessage message, InvalidOperationException exception) { } }"
        },
        {
            "CQG3003",
            "public static class Outer { " +
            "[Middleware] private sealed class M { public void Before<TMessage>(TMessage message) { } } }"
        },
        {
            "CQG3003",
            "[Middleware] public sealed class M { " +
            "public void Before<TMessage>(TMessage message) { } private void After<TMessage>(TMessage message) { } }"
        },
        {
            "CQG3003",
            "public class Base { public void After<TMessage>(TMessage message) { } } " +
            "[Middleware] public sealed class M : Base { public void Before<TMessage>(TMessage message) { } }"
        },
        {
            "CQG3003",
            """
            [Middleware]
            public sealed class M<TMessage, TResult> : IMiddleware<TMessage, TResult>
            {
                public void Before(TMessage message) { }
                public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken token)
                    where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, token);
            }
            """
        },
        {
            "CQG3003",
            """
            [Middleware]
            public sealed class M : IMiddleware<Good, int>, IMiddleware<Good, string>
            {
                public ValueTask<int> InvokeAsync<TNext>(Good message, TNext next, CancellationToken token)
                    where TNext : struct, INext<Good, int> => next.InvokeAsync(message, token);
                ValueTask<string> IMiddleware<Good, string>.InvokeAsync<TNext>(
                    Good message, TNext next, CancellationToken token) =>
                    next.InvokeAsync(message, token);
            }
            """
        },
        {
            "CQG3012",
            "[Middleware(Order = 1)] public sealed class M1 { public void Before<T>(T m) { } } " +
            "[Middleware(Order = 1)] public sealed class M2 { public void Before<T>(T m) { } }"
        },
        { "CQG3016", "[Command] public sealed partial record Open<T>;" },
        {
            "CQG3003",
            "public sealed partial class M : IMiddleware<Good, int> { public void Before(Good message) { } " +
            "public ValueTask<int> InvokeAsync<TNext>(Good message, TNext next, CancellationToken token) " +
            "where TNext : struct, INext<Good, int> => next.InvokeAsync(message, token); } " +
            "[Middleware] public sealed partial class M;"
        },
        {
            "CQG3003",
            "public interface IMark; [Middleware(Scope = MiddlewareScope.Explicit)] public sealed class M { " +
            "public void Before<T>(T message) where T : IMark { } } " +
            "[Command, Use<M>] public sealed partial record Using : ICommand<int>; " +
            "public static class U { [Handler] public static int Handle(Using c) => 1; }"
        },
        {
            "CQG3003",
            "[Command, Use<string>] public sealed partial record Using : ICommand<int>; " +
            "public static class U { [Handler] public static int Handle(Using c) => 1; }"
        },
    };

    private const string Other =
        "[Command] public sealed partial record Other : ICommand<int>; " +
        "[Command] public sealed partial record OtherVoid : ICommand;";

    [Theory]
    [MemberData(nameof(Omissions))]
    public void WhatIsLeftOutIsAnErrorAndTheOnlyOne(string id, string source)
    {
        var project = new SourceProject("Shop", "namespace Shop;\n" + Good, "namespace Shop;\n" + source)
        {
            AllowUnsafe = true,
        };
        var run = GeneratorRun.Of(project, static () => new CqrsGenGenerator()).ShouldNotThrow();
        var own = run.Input.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error).ToList();
        var errors = run.Output.GetDiagnostics()
            .Where(static found => found.Severity == DiagnosticSeverity.Error)
            .ToList();

        errors.Where(static error => error.Id == "CS1029")
            .ShouldContain(error => error.ToString().Contains(id), string.Join("\n", errors));
        errors.Count(static error => error.Id != "CS1029")
            .ShouldBeLessThanOrEqualTo(own.Count, "Generated code is broken:\n" + string.Join("\n", errors));
        run.File("Shop.Good.g").ShouldContain("Accept(");
    }

    [Fact]
    public void ATieOfTwoMiddlewareIsReportedOnceForAllMessages()
    {
        const string Source =
            """
            [Command] public sealed partial record Better : ICommand<int>;
            public static class B { [Handler] public static int Handle(Better command) => 1; }
            [Middleware(Order = 1)] public sealed class M1 { public void Before<T>(T m) { } }
            [Middleware(Order = 1)] public sealed class M2 { public void Before<T>(T m) { } }
            """;
        var run = GeneratorRun.Of(new SourceProject("Shop", Good + Source), static () => new CqrsGenGenerator());

        run.Output.GetDiagnostics().Where(static found => found.Id == "CS1029").ShouldHaveSingleItem()
            .GetMessage().ShouldContain(
                "M1 and M2 both have the order 1, for one in the pipeline of Better. Give them different orders.");
    }

    [Fact]
    public void AHandlerOfATypeThatEventsMayDeriveFromIsInOrder()
    {
        const string Source =
            """
            public record Base;
            [Event] public sealed partial record Happened : Base, IEvent;
            public sealed class H : IEventHandler<Base>, IEventHandler<object>
            {
                public ValueTask HandleAsync(Base e, CancellationToken t) => default;
                public ValueTask HandleAsync(object e, CancellationToken t) => default;
            }
            """;
        var run = GeneratorRun.Of(new SourceProject("Shop", Good + Source), static () => new CqrsGenGenerator());

        run.Output.GetDiagnostics().ShouldNotContain(static found => found.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("[Command] public sealed partial record Half : ICommand<Missing>;")]
    [InlineData("[Query] public sealed partial record Half : IQuery<List<Missing[]>>;")]
    [InlineData(
        """
        [Command] public sealed partial record Half : ICommand<Missing>;
        public static class H { [Handler] public static Missing Handle(Half command) => default!; }
        """)]
    [InlineData(
        """
        [Command] public sealed partial record Half;
        public static class H { [Handler] public static Missing Handle(Half command) => default!; }
        """)]
    [InlineData(
        """
        [Query] public sealed partial record Half : IQuery<Missing>;
        public sealed class H : IQueryHandler<Half, Missing>
        {
            public ValueTask<Missing> HandleAsync(Half query, CancellationToken cancellationToken) => default;
        }
        """)]
    [InlineData(
        """
        [Query] public sealed partial record Half : IQuery<int>;
        public static class H { [Handler] public static Missing Handle(Half query) => default!; }
        """)]
    [InlineData(
        """
        [Query] public sealed partial record Half : IQuery<int>;
        public static class H { [Handler] public static int Handle(Half query, Missing service) => 1; }
        """)]
    [InlineData(
        """
        [Query] public sealed partial record Half : IQuery<int>;
        public sealed class H(Missing service, int? other = null) : IQueryHandler<Half, int>
        {
            public ValueTask<int> HandleAsync(Half query, CancellationToken cancellationToken) => default;
        }
        """)]
    [InlineData(
        "[Middleware] public sealed class M(Missing service) { public void Before<TMessage>(TMessage message) { } }")]
    public void ATypeThatCannotBeFoundIsTheCompilersToReport(string source)
    {
        var run = GeneratorRun.Of(new SourceProject("Shop", Good + source), static () => new CqrsGenGenerator())
            .ShouldNotThrow();

        run.Output.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error)
            .Select(static error => error.ToString())
            .ShouldBe(
                run.Input.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error
                    && found.GetMessage().Contains("Missing", StringComparison.Ordinal))
                    .Select(static error => error.ToString()),
                ignoreOrder: true);
    }

    [Fact]
    public void AnInstanceMethodOfAStaticClassIsTheCompilersToReport()
    {
        const string Source =
            """
            [Query] public sealed partial record Half : IQuery<int>;
            public static class H { [Handler] public int Handle(Half query) => 1; }
            """;
        var run = GeneratorRun.Of(new SourceProject("Shop", Good + Source)).ShouldNotThrow();

        run.Output.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error)
            .ShouldHaveSingleItem().Id.ShouldBe("CS0708");
    }
}
