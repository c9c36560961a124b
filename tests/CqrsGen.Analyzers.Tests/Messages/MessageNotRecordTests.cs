using CqrsGen.Analyzers.Messages;
using CqrsGen.CodeFixes.Messages;

namespace CqrsGen.Analyzers.Tests.Messages;

public sealed class MessageNotRecordTests : RuleTests<MessageNotRecordAnalyzer, MessageNotRecordFixer>
{
    [Theory]
    [InlineData("sealed partial class", "a class. Make it a sealed record.")]
    [InlineData("partial class", "a class. Make it a sealed record.")]
    [InlineData("partial record", "not sealed. Seal it.")]
    [InlineData("readonly partial struct", "a struct. Make it a record struct.")]
    public Task AnotherShape_Reports(string shape, string problem) => CheckMessage(
        "A message is a sealed record: 'Place' is " + problem,
        $"[Command] public {shape} [|Place|] : ICommand;");

    [Fact]
    public Task ASealedRecordAndWhatOthersDeriveFrom_AreSilent() => Check(
        """
        [Command] public sealed partial record Place : ICommand;
        [Command] public readonly partial record struct Move : ICommand;
        public abstract record OrderEvent : IEvent;
        [Event] public partial record Placed : OrderEvent;
        [Event] public sealed partial record PlacedTwice : Placed;
        public interface IOrderEvent : IEvent;
        public class NoMessage;
        """);

    [Fact]
    public Task TheFixMakesASealedRecord() => CheckFix(
        """
        /// <summary>Places an order.</summary>
        [Command]
        public partial class [|Place|] : ICommand // Now.
        {
            // The order.
            public required int Order { get; init; }
        }
        """,
        """
        /// <summary>Places an order.</summary>
        [Command]
        public sealed partial record Place : ICommand // Now.
        {
            // The order.
            public required int Order { get; init; }
        }
        """);

    [Fact]
    public Task TheFixMakesARecordStruct() => CheckFix(
        "[Command] public readonly partial struct [|Move|] : ICommand { public int X { get; init; } }",
        "[Command] public readonly partial record struct Move : ICommand { public int X { get; init; } }");

    [Fact]
    public Task TheFixKeepsWhatStandsBeforeTheKeyword() => CheckFix(
        """
        // A command without modifiers.
        [Command]
        record [|Place|](int Order) : ICommand;
        """,
        """
        // A command without modifiers.
        [Command]
        sealed record Place(int Order) : ICommand;
        """);

    [Fact]
    public Task FixAllMendsTheSameWay() => CheckFixAll(
        [
            "[Command] public partial record [|Place|] : ICommand; [Event] public partial record [|Placed|] : IEvent;",
            "[Query] internal partial record [|Get|] : IQuery<int>;",
        ],
        [
            "[Command] public sealed partial record Place : ICommand; [Event] public sealed partial record Placed : " +
            "IEvent;",
            "[Query] internal sealed partial record Get : IQuery<int>;",
        ]);

    [Theory]
    [InlineData("public sealed partial class [|Place|](int order) : ICommand { public int Order => order; }")]
    [InlineData("public sealed partial class [|Place|] : ICommand { public override string ToString() => \"\"; }")]
    [InlineData("public sealed partial class [|Place|] : Base, ICommand;")]
    [InlineData("public partial record [|Place|] : ICommand { public virtual int Order => 1; }")]
    [InlineData("public partial record [|Place|] : ICommand { protected int Order => 1; }")]
    [InlineData("public partial class [|Place|] : ICommand { public virtual int Order => 1; }")]
    [InlineData("public sealed partial class [|Place|] : ICommand, IEquatable<Place> " +
        "{ bool IEquatable<Place>.Equals(Place? other) => true; }")]
    public Task WhereARecordWouldMeanSomethingElse_NoFixIsOffered(string command) =>
        CheckNoFix($"public class Base; [Command] {command}");

    [Theory]
    [InlineData("public int* Order;")]
    [InlineData("private int* Order { get; set; }")]
    [InlineData("internal delegate*<int> Next;")]
    public Task OfATypeThatHoldsAPointer_NoFixIsOffered(string member) => CheckNoFix(
        Project($"[Command] public sealed unsafe partial class [|Place|] : ICommand {{ {member} }}") with
        {
            AllowUnsafe = true,
        });

    [Fact]
    public Task OfAStructThatIsAnArray_NoFixIsOffered() => CheckNoFix(
        """
        [Command, System.Runtime.CompilerServices.InlineArray(4)]
        public partial struct [|Place|] : ICommand { private int _order; }
        """);

    [Fact]
    public Task OfATypeInTwoParts_NoFixIsOffered() => CheckNoFix(
        """
        [Command] public sealed partial class [|Place|] : ICommand;
        public sealed partial class Place { public int Order { get; init; } }
        """);
}
