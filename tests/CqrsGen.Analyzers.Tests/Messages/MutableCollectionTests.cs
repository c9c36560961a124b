using CqrsGen.Analyzers.Messages;
using CqrsGen.CodeFixes.Messages;

namespace CqrsGen.Analyzers.Tests.Messages;

public sealed class MutableCollectionTests : RuleTests<MutableCollectionAnalyzer, MutableCollectionFixer>
{
    private const string ReadOnly = "Make it IReadOnlyList<int>";

    [Fact]
    public Task AList_Reports() => CheckMessage(
        "A message carries collections that do not change: 'Lines' of 'Place' is 'List<int>', whose items anybody " +
        "can change. Make it EquatableList<int>, or IReadOnlyList<int>.",
        "[Command] public sealed partial record Place(List<int> [|Lines|]) : ICommand;");

    [Fact]
    public Task ADictionary_Reports() => CheckMessage(
        "A message carries collections that do not change: 'Counts' of 'Placed' is 'Dictionary<string, int>', whose " +
        "items anybody can change. Make it IReadOnlyDictionary<string, int>.",
        "[Event] public sealed partial record Placed(Dictionary<string, int>? [|Counts|]) : IEvent;");

    [Theory]
    [InlineData("int[]")]
    [InlineData("string?[]?")]
    [InlineData("IList<int>")]
    [InlineData("ICollection<int>")]
    [InlineData("HashSet<int>")]
    [InlineData("ISet<int>")]
    [InlineData("Queue<int>")]
    [InlineData("IDictionary<int, List<int>>")]
    [InlineData("System.Collections.ObjectModel.Collection<int>")]
    public Task WhatCanBeChanged_Reports(string type) =>
        Check($"[Command] public sealed partial record Place({type} [|Items|]) : ICommand;");

    [Theory]
    [InlineData("EquatableList<int>")]
    [InlineData("IReadOnlyList<int>")]
    [InlineData("IReadOnlyDictionary<int, string>")]
    [InlineData("IEnumerable<int>")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int>")]
    [InlineData("System.Collections.ObjectModel.ReadOnlyCollection<int>")]
    [InlineData("byte[]")]
    [InlineData("ReadOnlyMemory<int>")]
    [InlineData("string")]
    [InlineData("List")]
    [InlineData("int[,]")]
    public Task WhatCannot_IsSilent(string type) => Check(
        $"""
        public sealed class List;
        [Command] public sealed partial record Place({type} Items) : ICommand;
        """);

    [Fact]
    public Task WhatIsHiddenOrAskedFor_IsSilent() => Check(
        """
        public interface IHasTags { List<string> Tags { get; } }
        [Command]
        public sealed partial class Place : ICommand, IHasTags
        {
            private readonly List<int> _lines = [];
            public static int[] Known { get; } = [];
            public List<string> Tags { get; } = [];
            public int[] this[int index] => [index];
            public IReadOnlyList<int> Lines => _lines;
            public int[] [|Numbers|] => [];
        }
        public sealed record NoMessage(List<int> Lines);
        """);

    [Fact]
    public Task TheFixMakesItAnEquatableList() => CheckFix(
        """
        [Command]
        public sealed partial record Place(
            List<int> [|Lines|]) : ICommand; // All of them.
        public static class Use
        {
            public static int Count() => new Place([1, 2]).Lines.Count;
        }
        """,
        """
        [Command]
        public sealed partial record Place(
            EquatableList<int> Lines) : ICommand; // All of them.
        public static class Use
        {
            public static int Count() => new Place([1, 2]).Lines.Count;
        }
        """,
        "Make it EquatableList<int>");

    [Fact]
    public Task TheFixMakesItReadOnly() => CheckFix(
        """
        /// <summary>Has <see cref="Lines"/>.</summary>
        [Command]
        public sealed partial record Place : ICommand
        {
            /// <summary>The lines.</summary>
            public required List<int>? [|Lines|] { get; init; } = null;
        }
        public static class Use
        {
            public static Place Make(int[] lines) => new() { Lines = lines.ToList() };
            public static Place Copy(Place other) => other with { Lines = new List<int> { 1 } };
            public static void Show(Place place)
            {
                if (place.Lines is null || place.Lines == null || place.Lines is not null) return;
                foreach (int line in place.Lines) Console.WriteLine(line + nameof(place.Lines));
                Console.WriteLine(place.Lines[0] + place.Lines.Count + place.Lines.Sum());
                IEnumerable<int> all = place.Lines;
                Print(place.Lines);
            }
            private static void Print(IReadOnlyCollection<int> lines) => Console.WriteLine(lines.Count);
        }
        """,
        """
        /// <summary>Has <see cref="Lines"/>.</summary>
        [Command]
        public sealed partial record Place : ICommand
        {
            /// <summary>The lines.</summary>
            public required IReadOnlyList<int>? Lines { get; init; } = null;
        }
        public static class Use
        {
            public static Place Make(int[] lines) => new() { Lines = lines.ToList() };
            public static Place Copy(Place other) => other with { Lines = new List<int> { 1 } };
            public static void Show(Place place)
            {
                if (place.Lines is null || place.Lines == null || place.Lines is not null) return;
                foreach (int line in place.Lines) Console.WriteLine(line + nameof(place.Lines));
                Console.WriteLine(place.Lines[0] + place.Lines.Count + place.Lines.Sum());
                IEnumerable<int> all = place.Lines;
                Print(place.Lines);
            }
            private static void Print(IReadOnlyCollection<int> lines) => Console.WriteLine(lines.Count);
        }
        """,
        ReadOnly);

    [Fact]
    public Task TheFixMakesADictionaryReadOnly() => CheckFix(
        """
        [Command]
        public sealed partial record Place(Dictionary<string, int> [|Counts|]) : ICommand
        {
            public int Apples => Counts.TryGetValue("apple", out int count) ? count : Counts["none"];
        }
        """,
        """
        [Command]
        public sealed partial record Place(IReadOnlyDictionary<string, int> Counts) : ICommand
        {
            public int Apples => Counts.TryGetValue("apple", out int count) ? count : Counts["none"];
        }
        """);

    [Fact]
    public Task TheFixMendsFieldsAndArrays() => CheckFix(
        """
        [Command]
        public sealed partial class Place : ICommand
        {
            public readonly int[] [|Lines|] = new[] { 1 };
            public int First => Lines[0];
        }
        """,
        """
        [Command]
        public sealed partial class Place : ICommand
        {
            public readonly IReadOnlyList<int> Lines = new[] { 1 };
            public int First => Lines[0];
        }
        """);

    [Fact]
    public Task FixAllMendsAllOfAType() => CheckFixAll(
        [
            "[Command] public sealed partial record Place(List<int> [|Lines|], int[] [|Notes|]) : ICommand;",
            "[Event] public sealed partial record Placed(IList<string> [|Tags|]) : IEvent;",
        ],
        [
            "[Command] public sealed partial record Place(EquatableList<int> Lines, EquatableList<int> Notes) : " +
            "ICommand;",
            "[Event] public sealed partial record Placed(EquatableList<string> Tags) : IEvent;",
        ]);

    [Theory]
    [InlineData("place.Lines.Add(1);")]
    [InlineData("place.Lines[0] = 1;")]
    [InlineData("place.Lines[0]++;")]
    [InlineData("place.Lines.Sort();")]
    [InlineData("var lines = place.Lines; lines.Clear();")]
    [InlineData("Change(place.Lines);")]
    [InlineData("new Place(new());")]
    [InlineData("var (lines, note) = place;")]
    [InlineData("if (place is { Lines.Capacity: 1 }) { }")]
    [InlineData("Func<List<int>, Place> make = lines => Make(lines); _ = (place with { Lines = new() });")]
    public Task WhereItIsChangedOrMustBeAList_NoFixIsOffered(string statement) => CheckNoFix(
        $$"""
        [Command] public sealed partial record Place(List<int> [|Lines|], string Note = "") : ICommand;
        public static class Use
        {
            public static void Do(Place place) { {{statement}} }
            public static Place Make(List<int> lines) => new([.. lines]);
            private static void Change(List<int> lines) => lines.Clear();
        }
        """);

    [Fact]
    public Task WhereItIsMadeByNew_NoFixIsOffered() => CheckNoFix(
        """
        [Command] public sealed partial record Place : ICommand { public List<int> [|Lines|] { get; init; } = new(); }
        [Command] public sealed partial class Two : ICommand { public readonly int[] [|A|] = [], [|B|] = []; }
        """);

    [Fact]
    public Task WhatADerivedConstructorPasses_IsNotJudged() => CheckNoFix(
        """
        public abstract record Base(List<int> [|Lines|]) : IEvent;
        [Event] public sealed partial record Placed(int One) : Base([One]);
        """);
}
