using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class InheritedHandlerTests : RuleTests<InheritedHandlerAnalyzer, InheritedHandlerFixer>
{
    private const string Base =
        """
        [Command] public sealed partial record Do : ICommand;
        public abstract class HandlerBase : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        public abstract class HandlerOf<T> : IEventHandler<T>
        {
            public ValueTask HandleAsync(T @event, CancellationToken cancellationToken) => default;
        }
        public interface IDoHandler : ICommandHandler<Do>;
        """;

    [Fact]
    public async Task AHandlerThroughABaseClass_Reports() =>
        (await Check(Base, "public sealed class [|DoHandler|] : HandlerBase;"))
        .ShouldHaveSingleItem().GetMessage().ShouldBe(
            "A handler names its interface or is marked [Handler]: 'DoHandler' has ICommandHandler<Do> only through " +
            "'HandlerBase', so it is not found. Add [Handler].");

    [Fact]
    public Task AHandlerThroughAGenericBaseClass_Reports() => Check(
        Base, "public class [|DoneHandler|] : HandlerOf<string>;");

    [Fact]
    public Task AHandlerThroughAnInterfaceOfTheUser_Reports() => Check(
        Base,
        """
        public sealed class [|DoHandler|] : IDoHandler
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        """);

    [Fact]
    public Task AHandlerThroughAnAlias_Reports() => Check(
        Base,
        """
        using Handler = CqrsGen.ICommandHandler<Do>;
        public sealed class [|DoHandler|] : Handler
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        """);

    [Fact]
    public Task AHandlerThatSaysSo_IsSilent() => Check(
        Base,
        """
        [Handler] public sealed class Marked : HandlerBase;
        public sealed class Direct : CqrsGen.ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        public sealed class Again : HandlerBase, ICommandHandler<Do>;
        """);

    [Fact]
    public Task ABaseForHandlers_IsSilent() => Check(
        Base,
        """
        public abstract class StillAbstract : HandlerBase;
        public class StillGeneric<T> : HandlerOf<T>;
        public interface IOther : IDoHandler;
        """);

    [Fact]
    public Task TheFixMarksTheClass() => CheckFix(
        """
        [Command] public sealed partial record Do : ICommand;
        public abstract class HandlerBase : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }

        /// <summary>Does it.</summary>
        public sealed class [|DoHandler|] : HandlerBase;
        """,
        """
        [Command] public sealed partial record Do : ICommand;
        public abstract class HandlerBase : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }

        /// <summary>Does it.</summary>
        [Handler]
        public sealed class DoHandler : HandlerBase;
        """);

    [Fact]
    public Task FixAllMarksEveryClass() => CheckFixAll(
        [
            """
            public abstract class HandlerOf<T> : IEventHandler<T>
            {
                public ValueTask HandleAsync(T @event, CancellationToken cancellationToken) => default;
            }
            [Serializable]
            public class [|A|] : HandlerOf<int>
            {
                public class [|B|] : HandlerOf<int>;
            }
            """,
        ],
        [
            """
            public abstract class HandlerOf<T> : IEventHandler<T>
            {
                public ValueTask HandleAsync(T @event, CancellationToken cancellationToken) => default;
            }

            [Handler]
            [Serializable]
            public class A : HandlerOf<int>
            {
                [Handler]
                public class B : HandlerOf<int>;
            }
            """,
        ]);

    [Fact]
    public Task AFakeThatIsNotDiscovered_IsSilent() => Check(
        Base, "[NotDiscovered] public sealed class Fake : HandlerBase;");
}
