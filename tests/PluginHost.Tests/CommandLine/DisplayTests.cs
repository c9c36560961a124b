using PluginHost.CommandLine;

namespace PluginHost.Tests.CommandLine;

public class DisplayTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(5 * 1024 * 1024, "5.0 MiB")]
    public void BytesAreShownInFittingUnits(long bytes, string text) => Display.Bytes(bytes).ShouldBe(text);

    [Theory]
    [InlineData(0.25, "0.25 ms")]
    [InlineData(999, "999.00 ms")]
    [InlineData(1500, "1.50 s")]
    public void DurationsAreShownInFittingUnits(double milliseconds, string text) =>
        Display.Duration(TimeSpan.FromMilliseconds(milliseconds)).ShouldBe(text);
}
