namespace CqrsGen.Generators.Tests.Common;

/// <summary>
/// Constructors are read from their syntax where it tells enough, and from the symbol where it does not.
/// </summary>
public sealed class ConstructorTests
{
    [Theory]
    [InlineData("class Handler", "", "new()")]
    [InlineData("class Handler(IOne one)", "", "new(dispatcher.Required<global::IOne>())")]
    [InlineData(
        "class Handler",
        "public Handler(IOne one) { }",
        "new(dispatcher.Required<global::IOne>())")]
    [InlineData(
        "class Handler",
        "internal Handler(IOne one) { }",
        "new(dispatcher.Required<global::IOne>())")]
    [InlineData(
        "class Handler",
        "static Handler() { } public Handler(IOne one) { }",
        "new(dispatcher.Required<global::IOne>())")]
    [InlineData(
        "class Handler",
        "public Handler() { } public Handler(IOne one) { }",
        "new(dispatcher.Required<global::IOne>())")]
    [InlineData(
        "class Handler",
        "public Handler(IOne one) { } [ActivatorUtilitiesConstructor] public Handler() { }",
        "new()")]
    [InlineData("class Handler(IOne? one)", "", "new(dispatcher.Services.GetService<global::IOne>())")]
    [InlineData("class Handler(IEnumerable<IOne> ones)", "", "new(dispatcher.Services.GetServices<global::IOne>())")]
    [InlineData("class Handler(IDispatcher all)", "", "new(dispatcher)")]
    [InlineData("class Handler(IServiceProvider all)", "", "new(dispatcher.Services)")]
    public void TheHandlerIsMadeWithWhatItsConstructorTakes(string header, string members, string made)
    {
        string source =
            $$"""
            public interface IOne;

            [Command]
            public sealed partial record Go : ICommand<int>;

            public sealed {{header}} : ICommandHandler<Go, int>
            {
                {{members}}

                public ValueTask<int> HandleAsync(Go command, CancellationToken cancellationToken) => new(1);
            }
            """;

        var run = GeneratorRun.Of(new SourceProject("Shop", source), static () => new CqrsGenGenerator());

        run.File("Go.g.cs").ShouldContain($"{made};");
    }

    [Theory]
    [InlineData("class", "", true)]
    [InlineData("class", "public Answer() { }", true)]
    [InlineData("class", "private Answer() { }", false)]
    [InlineData("class", "public Answer(int id) { }", false)]
    [InlineData("class", "public Answer(int id) { } public Answer() { }", true)]
    [InlineData("record", "", true)]
    [InlineData("record", "public Answer(Answer other) { }", true)]
    public void MiddlewareOfNewAppliesWhereTheResultHasADefaultConstructor(string keyword, string members, bool applies)
    {
        string source =
            $$"""
            [assembly: BuiltInMiddleware(BuiltIn.None)]

            public {{keyword}} Answer { {{members}} }

            [Command]
            public sealed partial record Go : ICommand<Answer>;

            public sealed class Handler : ICommandHandler<Go, Answer>
            {
                public ValueTask<Answer> HandleAsync(Go command, CancellationToken cancellationToken) => default;
            }

            [Middleware]
            public sealed class OfNew<TMessage, TResult> : IMiddleware<TMessage, TResult>
                where TResult : new()
            {
                public ValueTask<TResult> InvokeAsync<TNext>(
                    TMessage message, TNext next, CancellationToken cancellationToken)
                    where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, cancellationToken);
            }
            """;

        var run = GeneratorRun.Of(new SourceProject("Shop", source), static () => new CqrsGenGenerator());

        run.File("Go.g.cs").Contains("OfNew", StringComparison.Ordinal).ShouldBe(applies);
        run.Output.GetDiagnostics().ShouldNotContain(static found => found.Id == "CS0310"); // What new() asks for.
    }
}
