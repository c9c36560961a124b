namespace CqrsGen.Generators.Tests.Validation;

/// <summary>Objects inside messages, which the framework's validator does not look at.</summary>
public sealed class NestedValidationTests
{
    internal const string Order =
        """
        namespace Shop;

        [Command]
        public sealed partial record PlaceOrder(
            [Required] string Customer,
            [MinLength(1)] EquatableList<Line> Lines,
            Address? Billing,
            [property: StringLength(3)] string? Currency) : ICommand<int>;

        public sealed record Line([Required, StringLength(4)] string Sku, [Range(1, 99)] int Quantity);

        public sealed record Address(string City, [RegularExpression("[0-9]{5}")] string? Zip, Country Country);

        public readonly record struct Country([property: Length(2, 2)] string? Code);

        public static class Make
        {
            public static PlaceOrder Valid() => new("Ada", [new("AB", 1)], new("Bonn", "53111", new("DE")), "EUR");

            public static PlaceOrder Invalid() =>
                new(" ", [new("AB", 1), new("", 0), null!, new("ABCDE", 100)], new("", "x", new("D")), "EURO");

            public static PlaceOrder Empty() => new(null!, null!, null, null);
        }
        """;

    [Fact]
    public void EveryFailureIsFoundAtOnceWithItsPath()
    {
        using var program = ValidationProgram.Load(Order);
        program.Errors(program.Make("Invalid")).ShouldBe(
        [
            "Customer: The Customer field is required.",
            "Lines[1].Sku: The Sku field is required.",
            "Lines[1].Quantity: The field Quantity must be between 1 and 99.",
            "Lines[3].Sku: The field Sku must be a string with a maximum length of 4.",
            "Lines[3].Quantity: The field Quantity must be between 1 and 99.",
            "Billing.Zip: The field Zip must match the regular expression '[0-9]{5}'.",
            "Billing.Country.Code: The field Code must be a string or collection type with a minimum length of '2' " +
                "and maximum length of '2'.",
            "Currency: The field Currency must be a string with a maximum length of 3.",
        ]);
    }

    [Fact]
    public void FailuresCarryTheCodesOfTheirAttributes()
    {
        using var program = ValidationProgram.Load(Order);
        program.Failures(program.Make("Invalid")).Select(static failure => failure.Code).Distinct().ShouldBe(
            ["required", "range", "string_length", "regular_expression", "length"]);
    }

    [Fact]
    public void NullsInsideAreNotFollowed()
    {
        using var program = ValidationProgram.Load(Order);
        program.Errors(program.Make("Empty")).ShouldBe(["Customer: The Customer field is required."]);
    }

    [Fact]
    public void AValidMessageAllocatesNothing()
    {
        using var program = ValidationProgram.Load(Order);
        object message = program.Make("Valid");
        program.Errors(message).ShouldBeEmpty();

        var validate = program.Validating(message);
        validate();
        long before = GC.GetAllocatedBytesForCurrentThread();
        validate();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void GeneratedRulesAreStraightLines() => ValidationProgram.Generate(Order).ShouldMatchSnapshot();

    [Fact]
    public void EveryKindOfCollectionIsFollowed()
    {
        using var program = ValidationProgram.Load(
            """
            using System.Collections.Immutable;
            namespace Shop;

            [Command]
            public sealed class Import : ICommand
            {
                public Item[]? Array { get; init; }
                public List<Item>? List { get; init; }
                public IReadOnlyList<Item?>? Items { get; init; }
                public IEnumerable<Item>? Sequence { get; init; }
                public HashSet<Item>? Set { get; init; }
                public ImmutableArray<Item> Immutable { get; init; }
                public Dictionary<string, Item>? Named { get; init; }
                public IReadOnlyDictionary<int, List<Item>>? Grouped { get; init; }
                public List<Item[]>? Nested { get; init; }
                public Item[,]? Grid { get; init; }
                public List<Value?>? Values { get; init; }
                public Value? Single { get; init; }
                public Bag? Bag { get; init; }
            }

            public sealed class Item { [Required] public string? Name { get; init; } }

            public struct Value { [Range(1, 2)] public int Number; }

            public sealed class Bag : List<Item> { [Required] public string? Label { get; init; } }

            public static class Make
            {
                public static Import Invalid()
                {
                    Item good = new() { Name = "a" }, bad = new();
                    return new Import
                    {
                        Array = [good, bad], List = [bad], Items = [null, bad], Sequence = new Queue<Item>([good, bad]),
                        Set = [bad], Immutable = [good, bad], Named = new() { ["x"] = bad, ["y"] = good },
                        Grouped = new Dictionary<int, List<Item>> { [7] = [good, bad] },
                        Nested = [[good], [good, bad]], Grid = new[,] { { good, bad } },
                        Values = [null, new Value { Number = 3 }], Single = new Value(), Bag = new Bag { bad },
                    };
                }

                public static Import Empty() => new();
            }
            """);
        program.Errors(program.Make("Empty")).ShouldBeEmpty();
        program.Failures(program.Make("Invalid")).Select(static failure => failure.Member).ShouldBe(
        [
            "Array[1].Name", "List[0].Name", "Items[1].Name", "Sequence[1].Name", "Set[0].Name", "Immutable[1].Name",
            "Named[x].Name", "Grouped[7][1].Name", "Nested[1][1].Name", "Grid[1].Name", "Values[1].Number",
            "Single.Number", "Bag.Label", "Bag[0].Name",
        ]);
    }

    [Fact]
    public void CyclesEndWithAFailureOfTheirOwn()
    {
        using var program = ValidationProgram.Load(
            """
            namespace Shop;

            [Command] public sealed class Save : ICommand { public Node? Root { get; init; } }

            public sealed class Node
            {
                [Required] public string? Name { get; set; }
                public Node? Left { get; set; }
                public List<Node>? Others { get; set; }
            }

            public static class Make
            {
                public static Save Tree() =>
                    new() { Root = new() { Name = "a", Left = new() { Others = [new() { Name = "b" }, new()] } } };

                public static Save Cycle()
                {
                    var node = new Node { Name = "a" };
                    node.Left = node;
                    node.Others = [node, node];
                    return new() { Root = node };
                }
            }
            """);
        program.Failures(program.Make("Tree")).Select(static failure => failure.Member)
            .ShouldBe(["Root.Left.Name", "Root.Left.Others[1].Name"]);
        program.Failures(program.Make("Cycle")).ShouldHaveSingleItem().Code.ShouldBe("too_deep");
    }

    [Fact]
    public void ObjectsThatShareOthersEndWithAFailureInsteadOfTakingForever()
    {
        using var program = ValidationProgram.Load(
            """
            namespace Shop;

            [Command] public sealed class Save : ICommand { public Node? Root { get; init; } }

            public sealed class Node
            {
                public int Asked;
                [Range(0, 9)] public int Value { get { Asked++; return 1; } }
                public Node? Left { get; set; }
                public Node? Right { get; set; }
            }

            public static class Make
            {
                private static readonly Node s_leaf = new();

                public static int Asked() => s_leaf.Asked;

                public static Save Few() => Of(10);

                public static Save Many() => Of(30);

                private static Save Of(int levels)
                {
                    var node = s_leaf;
                    for (int level = 1; level < levels; level++)
                    {
                        node = new Node { Left = node, Right = node };
                    }

                    return new() { Root = node };
                }
            }
            """);
        object few = program.Make("Few");
        program.Failures(few).ShouldBeEmpty();
        program.Validating(few)();

        var failure = program.Failures(program.Make("Many")).ShouldHaveSingleItem();

        failure.Code.ShouldBe("too_deep");
        failure.Message.ShouldBe("More than 100000 objects are nested in one, each counted as often as it is held.");
        ((int)program.Make("Asked")).ShouldBeLessThan(110_000);
    }

    [Fact]
    public void TypesThatContainThemselvesEverLargerAreLeftOutLoudly() =>
        ValidationProgram.Generate(
            """
            namespace Shop;

            [Command] public sealed class Save : ICommand { public Node<int>? Root { get; init; } }

            public sealed class Node<T>
            {
                [Required] public string? Name { get; set; }
                public Node<Node<T>>? Next { get; }
            }
            """)
            .File("Omissions").ShouldContain("more than");

    [Fact]
    public void ObjectsWithoutRulesCostNothing() =>
        ValidationProgram.Generate(
            """
            namespace Shop;

            [Command] public sealed record Move(Point From, List<Point> Path, Guid Id, string? Note) : ICommand;
            public sealed record Point(int X, int Y) { public Point? Next { get; init; } }
            """)
            .Files.ShouldBeEmpty();

    [Fact]
    public void RulesOfBaseTypesAndOverriddenMembersHold()
    {
        using var program = ValidationProgram.Load(
            """
            namespace Shop;

            public abstract record Request { [Required] public string? User { get; init; } }
            public abstract record Named([StringLength(2)] string? Name) : Request
            {
                [Range(1, 5)] public virtual int Count { get; init; }
                [Range(1, 5)] public virtual int Size { get; init; }
            }
            [Command] public sealed record Create(string? Name) : Named(Name), ICommand
            {
                public override int Count { get; init; }
                [Range(1, 50)] public override int Size { get; init; }
            }
            public static class Make { public static Create Invalid() => new("abc") { Size = 9 }; }
            """);
        program.Failures(program.Make("Invalid")).Select(static failure => failure.Member)
            .ShouldBe(["Count", "Name", "User"], ignoreOrder: true);
    }

    [Fact]
    public void TypesOfReferencedAssembliesKeepTheirRules()
    {
        var contracts = new SourceProject(
            "Contracts",
            """
            using System.ComponentModel.DataAnnotations;
            namespace Contracts;
            public sealed record Line([Required] string Sku, [property: Range(1, 9)] int Quantity);
            public sealed record Parcel(Line Line);
            """);
        var shop = ValidationProgram.ProjectOf(
            """
            namespace Shop;
            [Command] public sealed record Pack(List<Contracts.Parcel> Parcels) : ICommand;
            public static class Make { public static Pack Invalid() => new([new(new("", 0))]); }
            """);
        foreach (var kind in new[] { ReferenceKind.Metadata, ReferenceKind.Compilation })
        {
            using var program = new ValidationProgram(
                GeneratorRun.Of(shop.Referencing(kind, contracts), static () => new ValidationOnly()));
            program.Failures(program.Make("Invalid")).Select(static failure => failure.Member)
                .ShouldBe(["Parcels[0].Line.Sku", "Parcels[0].Line.Quantity"]);
        }
    }
}
