using CqrsGen.Analyzers.Messages;
using CqrsGen.CodeFixes.Messages;

namespace CqrsGen.Analyzers.Tests.Messages;

public sealed class MessageSuffixTests : RuleTests<MessageSuffixAnalyzer, MessageSuffixFixer>
{
    private static readonly Dictionary<string, string> s_forbid = new() { ["cqrsgen.message_suffix"] = "forbid" };

    [Theory]
    [InlineData("[Command] public sealed partial record [|Place|] : ICommand;", "Place", "Command")]
    [InlineData("[Query] public sealed partial record [|Get|] : IQuery<int>;", "Get", "Query")]
    [InlineData("[Query] public sealed partial record [|Watch|] : IStreamQuery<int>;", "Watch", "Query")]
    [InlineData("[Event] public sealed partial record [|Placed|] : IEvent;", "Placed", "Event")]
    public Task ANameWithoutItsKind_Reports(string message, string name, string suffix) => CheckMessage(
        $"Names of messages follow one convention: the name of '{name}' must end in '{suffix}'. Rename it to " +
        $"'{name}{suffix}'.",
        message);

    [Fact]
    public Task ANameWithItsKind_IsSilent() => Check(
        """
        [Command] public sealed partial record PlaceCommand : ICommand;
        [Query] public sealed partial record GetQuery : IQuery<int>;
        [Event] public sealed partial record PlacedEvent : IEvent;
        public interface IOrderEvent : IEvent;
        public sealed record NoMessage;
        """);

    [Fact]
    public Task ANameThatContradictsItsKind_IsLeftToThatRule() => Check(
        "[Query] public sealed partial record PlaceOrderCommand : IQuery<int>;");

    [Fact]
    public async Task WhereSuffixesAreForbidden_ANameWithItsKindReports() =>
        (await Check(Project(
            """
            [Command] public sealed partial record [|PlaceCommand|] : ICommand;
            [Command] public sealed partial record Command : ICommand;
            [Query] public sealed partial record Get : IQuery<int>;
            """) with
        { EditorConfig = s_forbid }))
        .ShouldHaveSingleItem().GetMessage().ShouldBe(
            "Names of messages follow one convention: the name of 'PlaceCommand' must not end in 'Command'. Rename " +
            "it to 'Place'.");

    [Fact]
    public Task TheFixTakesTheSuffixAway() => CheckFix(
        Project("[Command(Name = \"place\")] public sealed partial record [|PlaceCommand|] : ICommand;")
            with
        { EditorConfig = s_forbid },
        "[Command(Name = \"place\")] public sealed partial record Place : ICommand;");

    [Fact]
    public Task FixAllRenamesAll() => CheckFixAll(
        [
            """
            [Command] public sealed partial record [|Place|] : ICommand;
            [Command(TimeoutSeconds = 5)] public sealed partial record [|Cancel|](
                Place Placed) : ICommand;
            """,
            """
            public sealed class Handler : ICommandHandler<Place>, ICommandHandler<Cancel>
            {
                public ValueTask HandleAsync(Place command, CancellationToken cancellationToken) => default;
                public ValueTask HandleAsync(Cancel command, CancellationToken cancellationToken) => default;
            }
            """,
        ],
        [
            """
            [Command(Name = "Place")] public sealed partial record PlaceCommand : ICommand;
            [Command(TimeoutSeconds = 5, Name = "Cancel")] public sealed partial record CancelCommand(
                PlaceCommand Placed) : ICommand;
            """,
            """
            public sealed class Handler : ICommandHandler<PlaceCommand>, ICommandHandler<CancelCommand>
            {
                public ValueTask HandleAsync(PlaceCommand command, CancellationToken cancellationToken) => default;
                public ValueTask HandleAsync(CancelCommand command, CancellationToken cancellationToken) => default;
            }
            """,
        ]);
}
