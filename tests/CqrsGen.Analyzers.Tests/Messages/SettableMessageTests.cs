using CqrsGen.Analyzers.Messages;
using CqrsGen.CodeFixes.Messages;

namespace CqrsGen.Analyzers.Tests.Messages;

public sealed class SettableMessageTests : RuleTests<SettableMessageAnalyzer, SettableMessageFixer>
{
    [Fact]
    public Task ASettableProperty_Reports() => CheckMessage(
        "A message does not change: 'Order' of 'Place' can be set at any time. Make it init.",
        "[Command] public sealed partial record Place : ICommand { public int [|Order|] { get; set; } }");

    [Fact]
    public Task AField_Reports() => CheckMessage(
        "A message does not change: 'Order' of 'Place' can be set at any time. Make it a property with init.",
        "[Command] public sealed partial class Place : ICommand { public int [|Order|]; }");

    [Fact]
    public Task AParameterOfARecordStruct_Reports() => CheckMessage(
        "A message does not change: 'Order' of 'Place' can be set at any time. Make 'Place' a readonly record struct.",
        "[Command] public partial record struct Place(int [|Order|]) : ICommand;");

    [Fact]
    public Task InternalSettersAndBaseClasses_Report() => Check(
        """
        public abstract record Base : IEvent { public int [|Order|] { get; internal set; } }
        [Event] public sealed partial record Placed : Base { internal string? [|Note|] { get; set; } }
        """);

    [Fact]
    public Task WhatCannotBeSetFromOutside_IsSilent() => Check(
        """
        [Command]
        public sealed partial record Place(int Customer) : ICommand, IHasUser
        {
            public static int Count { get; set; }
            public const int Most = 1;
            public readonly int Least = 1;
            private int _cached;
            public int Order { get; init; }
            public int Total => Order + _cached;
            public int Kept { get; private set; }
            public string? User { get; set; }
            public void Keep() => Kept = _cached = 1;
        }
        public interface IHasUser { string? User { get; set; } }
        [Command] public readonly partial record struct Move(int X) : ICommand;
        public sealed class Other { public int Order { get; set; } public int Field; }
        """);

    [Fact]
    public Task TheFixMakesItInit() => CheckFix(
        """
        [Command]
        public sealed partial record Place : ICommand
        {
            /// <summary>The order.</summary>
            public required int [|Order|] { get; set; } = 1; // From 1.
        }
        public static class Use { public static Place Make() => new() { Order = 2 }; }
        """,
        """
        [Command]
        public sealed partial record Place : ICommand
        {
            /// <summary>The order.</summary>
            public required int Order { get; init; } = 1; // From 1.
        }
        public static class Use { public static Place Make() => new() { Order = 2 }; }
        """);

    [Fact]
    public Task TheFixMakesAPropertyOfAField() => CheckFix(
        """
        [Command]
        public sealed partial class Place : ICommand
        {
            // The order.
            public int [|Order|] = 1;
        }
        """,
        """
        [Command]
        public sealed partial class Place : ICommand
        {
            // The order.
            public int Order { get; init; } = 1;
        }
        """);

    [Fact]
    public Task FixAllMendsAllOfAType() => CheckFixAll(
        [
            """
            [Command]
            public sealed partial class Place : ICommand
            {
                public int [|Order|] { get; set; }
                public int [|Line|];
            }
            """,
            "public class Empty;",
        ],
        [
            """
            [Command]
            public sealed partial class Place : ICommand
            {
                public int Order { get; init; }
                public int Line { get; init; }
            }
            """,
            "public class Empty;",
        ]);

    [Theory]
    [InlineData("p.Order = 1;")]
    [InlineData("p.Order++;")]
    [InlineData("p.Order += 1;")]
    [InlineData("(p.Order, int other) = (1, 2);")]
    public Task WhereItIsSetLater_NoFixIsOffered(string statement) => CheckNoFix(
        $$"""
        [Command] public sealed partial record Place : ICommand { public int [|Order|] { get; set; } }
        public static class Use { public static void Change(Place p) { {{statement}} } }
        """);

    [Fact]
    public Task ForAParameterNoFixIsOffered() => CheckNoFix(
        "[Command] public partial record struct Place(int [|Order|]) : ICommand;");
}
