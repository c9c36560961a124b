using CqrsGen.Analyzers.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class HiddenNameTests : RuleTests<HiddenNameAnalyzer>
{
    [Fact]
    public Task AnAliasOfAnAttribute_Reports() => CheckMessage(
        "No alias hides a name from the generator: 'Handles' stands for [Handler], and what it marks is not found. " +
        "Write [Handler].",
        """
        using [|Handles|] = CqrsGen.HandlerAttribute;

        [Command] public sealed partial record Go : ICommand<int>;
        public static class GoHandler { [Handles] public static int Handle(Go command) => 1; }
        """);

    [Fact]
    public Task AnAliasOfAnInterface_Reports() => CheckMessage(
        "No alias hides a name from the generator: 'IGo' stands for IQuery<int>, and what it marks is not found. " +
        "Write IQuery<int>.",
        "using [|IGo|] = CqrsGen.IQuery<int>; [Query] public sealed partial record Go : IGo;");

    [Fact]
    public Task AGlobalAlias_Reports() => Check(
        "global using [|RequireAuth|] = CqrsGen.UseAttribute<Shop.Auth>;",
        """
        namespace Shop;

        [Middleware(Scope = MiddlewareScope.Explicit)]
        public sealed class Auth { public void Before<TMessage>(TMessage message) { } }
        """);

    [Fact]
    public Task AnAliasInANamespace_Reports() => Check(
        """
        namespace Shop
        {
            using [|Skip|] = CqrsGen.NotDiscoveredAttribute;
            using [|BuiltIns|] = CqrsGen.BuiltInMiddlewareAttribute;
            using [|MW|] = CqrsGen.MiddlewareAttribute;
        }
        """);

    [Fact]
    public Task AnAliasOfAnAlias_Reports() => Check(
        "using Handler = CqrsGen.HandlerAttribute; namespace Shop { using [|H|] = Handler; }");

    [Theory]
    [InlineData("using Handler = CqrsGen.HandlerAttribute;")]
    [InlineData("using ICommand = CqrsGen.ICommand;")]
    [InlineData("using Cqrs = CqrsGen;")]
    [InlineData("using WindowCommand = System.Windows.Input.ICommand;")]
    [InlineData("using Events = System.Collections.Generic.List<CqrsGen.IEvent>;")]
    [InlineData("using Info = CqrsGen.MessageInfo;")]
    public Task AnAliasThatHidesNothing_IsSilent(string source) => Check(source);
}
