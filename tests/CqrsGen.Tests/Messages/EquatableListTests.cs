using System.Text.Json;
using System.Text.Json.Serialization;

namespace CqrsGen.Tests.Messages;

public sealed partial class EquatableListTests
{
    [Fact]
    public void ListsWithEqualItemsAreEqual()
    {
        EquatableList<string?> left = ["a", null, "c"];
        EquatableList<string?> right = ["a", null, "c"];

        left.ShouldBe(right);
        (left == right).ShouldBeTrue();
        (left != right).ShouldBeFalse();
        left.Equals((object)right).ShouldBeTrue();
        left.GetHashCode().ShouldBe(right.GetHashCode());
    }

    [Fact]
    public void OrderLengthAndItemsMatter()
    {
        EquatableList<int> list = [1, 2];

        (list == [2, 1]).ShouldBeFalse();
        (list == [1, 2, 3]).ShouldBeFalse();
        (list == null).ShouldBeFalse();
        ((EquatableList<int>?)null == null).ShouldBeTrue();
        list.Equals("no list").ShouldBeFalse();
    }

    [Fact]
    public void RecordsWithListsAreEqualByValue()
    {
        new Order("x", [new(1), new(2)]).ShouldBe(new Order("x", [new(1), new(2)]));
        new Order("x", [new(1), new(2)]).ShouldNotBe(new Order("x", [new(1), new(3)]));
        new HashSet<Order> { new("x", [new(1)]) }.ShouldContain(new Order("x", [new(1)]));
    }

    [Fact]
    public void CollectionExpressionsAndSequencesMakeLists()
    {
        EquatableList<int> list = [1, 2, 3];

        new[] { 1, 2, 3 }.ToEquatableList().ShouldBe(list);
        Enumerable.Range(1, 3).ToEquatableList().ShouldBe(list);
        list.ToEquatableList().ShouldBeSameAs(list);
        Array.Empty<int>().ToEquatableList().ShouldBeSameAs(EquatableList<int>.Empty);
        EquatableList<int> none = [];
        none.ShouldBeSameAs(EquatableList<int>.Empty);
        EquatableList<int> more = [.. list, 4];
        more.Count.ShouldBe(4);
    }

    [Fact]
    public void ALaterChangeOfTheSourceDoesNotShow()
    {
        int[] source = [1, 2];
        var list = source.ToEquatableList();
        source[0] = 9;

        list[0].ShouldBe(1);
    }

    [Fact]
    public void ItReadsAsAListOfAnyKind()
    {
        EquatableList<int> list = [5, 6, 7];
        IList<int> asList = list;

        list.Count.ShouldBe(3);
        list[2].ShouldBe(7);
        asList[1].ShouldBe(6);
        asList.IndexOf(6).ShouldBe(1);
        asList.Contains(8).ShouldBeFalse();
        list.Sum().ShouldBe(18);
        list.ToArray().ShouldBe([5, 6, 7]);
        list.AsSpan().Length.ShouldBe(3);
        list.ToString().ShouldBe("[5, 6, 7]");
        EquatableList<string?> nulls = [null];
        nulls.ToString().ShouldBe("[null]");
        Should.Throw<ArgumentOutOfRangeException>(() => list[3]);
        Should.Throw<ArgumentOutOfRangeException>(() => list[-1]);
    }

    [Fact]
    public void EnumeratingAllocatesNothing()
    {
        EquatableList<int> list = [5, 6, 7];
        Sum(list).ShouldBe(18);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Sum(list);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static int Sum(EquatableList<int> list)
        {
            int sum = 0;
            foreach (int item in list)
            {
                sum += item;
            }

            return sum;
        }
    }

    [Fact]
    public async Task ItCanBeEnumeratedAcrossAnAwait()
    {
        EquatableList<int> list = [5, 6];
        int sum = 0;
        foreach (int item in list)
        {
            await Task.Yield();
            sum += item;
        }

        sum.ShouldBe(11);
    }

    [Fact]
    public void AListThatWasLookedAtCannotBeChanged()
    {
        Action<EquatableList<int>>[] looks =
        [
            static list => _ = list.Count,
            static list => _ = list[0],
            static list => _ = list.GetHashCode(),
            static list => _ = list.Equals(EquatableList<int>.Empty),
            static list => _ = EquatableList<int>.Empty.Equals(list),
            static list => _ = list.ToString(),
            static list => _ = list.AsSpan(),
            static list => list.GetEnumerator(),
            static list => ((IEnumerable<int>)list).GetEnumerator(),
            static list => ((ICollection<int>)list).CopyTo(new int[1], 0),
            static list => ((IList<int>)list).IndexOf(1),
        ];
        foreach (var look in looks)
        {
            var list = new EquatableList<int>();
            ICollection<int> building = list;
            building.IsReadOnly.ShouldBeFalse();
            building.Add(1);

            look(list);

            building.IsReadOnly.ShouldBeTrue();
            Should.Throw<NotSupportedException>(() => building.Add(2)).Message.ShouldContain("[.. list, item]");
        }
    }

    [Fact]
    public void NothingElseChangesAListEver()
    {
        IList<int> list = new EquatableList<int>();

        Should.Throw<NotSupportedException>(list.Clear);
        Should.Throw<NotSupportedException>(() => list.Remove(1));
        Should.Throw<NotSupportedException>(() => list.RemoveAt(0));
        Should.Throw<NotSupportedException>(() => list.Insert(0, 1));
        Should.Throw<NotSupportedException>(() => list[0] = 1);
        Should.Throw<NotSupportedException>(() => ((ICollection<int>)EquatableList<int>.Empty).Add(1));
    }

    [Fact]
    public void SourceGeneratedJsonReadsAndWritesItAsAnArray()
    {
        var order = new Order("x", [new(1), null, new(2)]) { Grid = [[1, 2], [], [3]] };

        string json = JsonSerializer.Serialize(order, ListJson.Default.Order);

        json.ShouldBe("""{"Name":"x","Lines":[{"Sku":1},null,{"Sku":2}],"Grid":[[1,2],[],[3]],"Missing":null}""");
        var back = JsonSerializer.Deserialize(json, ListJson.Default.Order)!;
        back.ShouldBe(order);
        back.Missing.ShouldBeNull();
        ((ICollection<EquatableList<int>>)back.Grid).IsReadOnly.ShouldBeTrue();
    }

    [Fact]
    public void LongListsSurviveJson()
    {
        var list = Enumerable.Range(0, 1_000).ToEquatableList();

        string json = JsonSerializer.Serialize(list, ListJson.Default.EquatableListInt32);

        JsonSerializer.Deserialize(json, ListJson.Default.EquatableListInt32).ShouldBe(list);
    }

    internal sealed record Line(int Sku);

    internal sealed record Order(string Name, EquatableList<Line?> Lines)
    {
        public EquatableList<EquatableList<int>> Grid { get; init; } = [];

        public EquatableList<int>? Missing { get; init; }
    }

    [JsonSerializable(typeof(Order))]
    [JsonSerializable(typeof(EquatableList<int>))]
    private sealed partial class ListJson : JsonSerializerContext;
}
