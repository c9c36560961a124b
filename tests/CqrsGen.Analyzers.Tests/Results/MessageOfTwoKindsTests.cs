using CqrsGen.Analyzers.Results;

namespace CqrsGen.Analyzers.Tests.Results;

public sealed class MessageOfTwoKindsTests : RuleTests<MessageOfTwoKindsAnalyzer>
{
    [Fact]
    public Task ACommandThatIsAnEvent_Reports() => CheckMessage(
        "A message has one kind and one result: 'Both' is a command without result and an event. " +
        "Split it into one type for each.",
        "public sealed record [|Both|] : ICommand, IEvent;");

    [Fact]
    public Task ACommandThatIsAQuery_Reports() => Check(
        "[Command] public sealed partial record [|Both|] : ICommand<int>, IQuery<int>;");

    [Fact]
    public Task ACommandWithTwoResults_Reports() => CheckMessage(
        "A message has one kind and one result: 'Two' is a command for int and a command for string. " +
        "Split it into one type for each.",
        "[Command] public sealed partial record [|Two|] : ICommand<int>, ICommand<string>;");

    [Fact]
    public Task ACommandWithAndWithoutResult_Reports() => Check(
        "[Command] public sealed partial record [|Two|] : ICommand, ICommand<int>;");

    [Fact]
    public Task AQueryAndStreamQuery_Reports() => Check(
        "[Query] public sealed partial record [|Two|] : IQuery<int>, IStreamQuery<int>;");

    [Fact]
    public Task TwoAttributes_Report() => CheckMessage(
        "A message has one kind and one result: 'Two' is marked [Command] and marked [Event]. " +
        "Keep one of the attributes.",
        "[Command, Event] public sealed partial record [|Two|] : ICommand;");

    [Fact]
    public Task AttributesOnTwoDeclarations_Report() => Check(
        "[Command] public sealed partial record [|Two|] : ICommand;",
        "[Query] public sealed partial record Two;");

    [Fact]
    public Task AnAttributeOfAnotherKindThanTheInterface_Reports() => CheckMessage(
        "A message has one kind and one result: 'PlaceOrder' is marked [Event] and a command by its interface. " +
        "Mark it [Command], or change the interface.",
        "[Event] public sealed partial record [|PlaceOrder|] : ICommand<int>;");

    [Fact]
    public Task AnInterfaceOfTwoKinds_ReportsOnlyThere() => Check(
        """
        public interface [|IBoth|] : ICommand, IEvent;
        public sealed record Derived : IBoth;
        public abstract record [|Base|] : ICommand, IEvent;
        public sealed record Other : Base;
        """);

    [Fact]
    public Task AStruct_Reports() => Check(
        "[Command] public readonly partial record struct [|Both|] : ICommand, IEvent;");

    [Fact]
    public Task OneKindWithOneResult_IsSilent() => Check(
        """
        [Command] public sealed partial record A : ICommand;
        [Command] public sealed partial record B : ICommand<Unit>;
        [Command] public sealed partial record C : ICommand<int>;
        [Query] public sealed partial record D : IQuery<string?>;
        [Query] public sealed partial record E : IStreamQuery<int>;
        [Event] public sealed partial record F : IEvent;
        [Command] public sealed partial record G;
        public interface IOrderEvent : IEvent;
        [Event] public sealed partial record H : IOrderEvent, IEvent;
        """);

    [Fact]
    public Task TypesOfOthers_AreSilent() => Check(
        """
        namespace Other
        {
            public interface ICommand;
            public interface IEvent;
            public sealed class QueryAttribute : Attribute;
            [Query] public sealed record Both : ICommand, IEvent;
        }
        """);
}
