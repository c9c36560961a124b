using CqrsGen.Generators.Pipelines;

namespace CqrsGen.Generators.Tests.Emission;

/// <summary>No two names meet, whatever is added to them: held against every name written out.</summary>
public sealed class UniqueNamesTests
{
    private static readonly string[][] s_suffixes =
        [[], ["_Handle"], ["_Handle", "_Inside_Handle", "_Inside"], ["State", "Decision"], ["_Void", "Call"]];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void NoTwoNamesMeet(int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["A", "b", "B_Inside", "Handle", "State", "_1", "Void", "A_Handle", "2"];
        for (int round = 0; round < 500; round++)
        {
            string[] reserved = [Any(), Any() + "_" + Any()];
            var names = new UniqueNames(reserved);
            var taken = new HashSet<string>(reserved, StringComparer.OrdinalIgnoreCase);
            for (int made = 0; made < 30; made++)
            {
                string wanted = random.Next(3) == 0 ? Any() : Any() + "_" + Any();
                string[] suffixes = s_suffixes[random.Next(s_suffixes.Length)];
                string name = names.Make(wanted, suffixes);

                taken.Add(name).ShouldBeTrue($"{name}, which was to be {wanted}");
                Array.TrueForAll(suffixes, suffix => taken.Add(name + suffix)).ShouldBeTrue(name);
            }
        }

        string Any() => string.Concat(random.GetItems(pieces, random.Next(1, 3)));
    }

    [Fact]
    public void AFreeNameStaysAsItIs()
    {
        var names = new UniqueNames("Send");

        names.Make("PlaceOrder", "_Handle").ShouldBe("PlaceOrder");
        names.Make("PlaceOrders", "_Handle").ShouldBe("PlaceOrders");
        names.Make("Place_Order", "_Handle").ShouldBe("Place_Order");
        names.Make("send").ShouldBe("send2");
        names.Make("PLACEORDER_HANDLE").ShouldBe("PLACEORDER_HANDLE2");
        names.Make("Place").ShouldBe("Place");
    }
}
