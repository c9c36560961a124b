using PluginHost.Strategies;

namespace PluginHost.Tests.Strategies;

public class StrategyBookTests
{
    private readonly StrategyBook _book = new();

    [Fact]
    public void WithoutOthersTheDefaultIsChosen() => _book.Choose("libz.so").Name.ShouldBe(StrategyName.Default);

    [Fact]
    public void TheNewestThatFitsIsChosen()
    {
        _book.TryAdd(Strategy("all", "lib*")).ShouldBeTrue();
        _book.TryAdd(Strategy("z", "libz*")).ShouldBeTrue();
        _book.Choose("libz.so.1").Name.Value.ShouldBe("z");
        _book.Choose("libm.so.6").Name.Value.ShouldBe("all");
        _book.Choose("other.so").Name.ShouldBe(StrategyName.Default);
    }

    [Fact]
    public void ANameIsTakenOnce()
    {
        _book.TryAdd(Strategy("z", "libz*")).ShouldBeTrue();
        _book.TryAdd(Strategy("z", "libm*")).ShouldBeFalse();
        _book.Choose("libm.so").Name.ShouldBe(StrategyName.Default);
    }

    [Fact]
    public void ARemovedStrategyIsNotChosen()
    {
        _book.TryAdd(Strategy("z", "libz*"));
        _book.Remove(new StrategyName("z")).ShouldBeTrue();
        _book.Remove(new StrategyName("z")).ShouldBeFalse();
        _book.Choose("libz.so").Name.ShouldBe(StrategyName.Default);
    }

    [Fact]
    public void LoadsAreCountedPerStrategy()
    {
        _book.TryAdd(Strategy("z", "libz*"));
        _book.Count(new StrategyName("z"));
        _book.Count(new StrategyName("z"));
        _book.Count(new StrategyName("gone"));
        _book.All.Select(static use => (use.Strategy.Name.Value, use.Loads)).ShouldBe([("z", 2), ("default", 0)]);
    }

    private static LoadStrategy Strategy(string name, string pattern) =>
        new(new StrategyName(name), pattern, Binding.Lazy, Visibility.Local, LoadPriority.Normal);
}
