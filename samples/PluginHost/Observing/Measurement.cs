namespace PluginHost.Observing;

/// <summary>What was measured by one instrument under one set of tags.</summary>
/// <param name="Instrument">The name of the instrument.</param>
/// <param name="Unit">Its unit; null when it has none.</param>
/// <param name="Tags">The tags, as <c>name=value</c>, separated by blanks.</param>
/// <param name="IsDistribution">Whether single values matter, as in a histogram, and not their sum.</param>
internal sealed record Measurement(string Instrument, string? Unit, string Tags, bool IsDistribution)
{
    public long Count { get; init; }

    public double Sum { get; init; }

    public double Maximum { get; init; } = double.MinValue;

    /// <summary>This and one more value.</summary>
    public Measurement With(double value) =>
        this with { Count = Count + 1, Sum = Sum + value, Maximum = Math.Max(Maximum, value) };
}
