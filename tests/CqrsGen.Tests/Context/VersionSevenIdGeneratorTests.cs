using CqrsGen.Tests.Kit;

namespace CqrsGen.Tests.Context;

public sealed class VersionSevenIdGeneratorTests
{
    [Fact]
    public void VersionVariantAndTimeAreWhereTheStandardPutsThem()
    {
        var time = new ManualTime();
        string id = new VersionSevenIdGenerator(time).NewId().ToString();

        Convert.ToInt64(id.Replace("-", "", StringComparison.Ordinal)[..12], 16)
            .ShouldBe(time.GetUtcNow().ToUnixTimeMilliseconds());
        id[14].ShouldBe('7');
        "89ab".ShouldContain(id[19]);
    }

    [Fact]
    public void LaterIdsSortAfterEarlierOnesAsText()
    {
        var time = new ManualTime();
        var ids = new VersionSevenIdGenerator(time);
        var made = new List<string>();
        for (int index = 0; index < 1_000; index++)
        {
            made.Add(ids.NewId().ToString());
            time.Advance(TimeSpan.FromTicks(7));
        }

        made.ShouldBe(made.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void IdsOfTheSameMomentDiffer()
    {
        var ids = new VersionSevenIdGenerator(new ManualTime());

        Enumerable.Range(0, 1_000).Select(_ => ids.NewId()).Distinct().Count().ShouldBe(1_000);
    }
}
