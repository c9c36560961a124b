namespace CqrsGen.EventSourcing;

/// <summary>
/// What an append expects of a stream. The version of a stream is the number of its events, so one that does not exist
/// has version 0 and its first event is version 1.
/// </summary>
public readonly record struct ExpectedVersion
{
    private const long AnyVersion = -1;
    private const long ExistsVersion = -2;

    private readonly long _value;

    private ExpectedVersion(long value) => _value = value;

    /// <summary>The stream does not exist yet. This is also <c>default</c>.</summary>
    public static ExpectedVersion None => new(0);

    /// <summary>Whatever the stream's version is. Nothing protects against what others append meanwhile.</summary>
    public static ExpectedVersion Any => new(AnyVersion);

    /// <summary>The stream has at least one event.</summary>
    public static ExpectedVersion Exists => new(ExistsVersion);

    /// <summary>The version where one is stated, <see cref="None"/> included; null for <see cref="Any"/> and
    /// <see cref="Exists"/>.</summary>
    public long? Version => _value >= 0 ? _value : null;

    /// <summary>The stream has exactly this version.</summary>
    /// <param name="version">The number of its events; 0 is <see cref="None"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static ExpectedVersion Exactly(long version)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        return new(version);
    }

    /// <summary>Whether a stream with this version is as expected.</summary>
    /// <param name="version">The version that it has.</param>
    public bool IsMetBy(long version) => _value switch
    {
        AnyVersion => true,
        ExistsVersion => version > 0,
        _ => version == _value,
    };

    /// <summary><c>any</c>, <c>exists</c>, <c>none</c> or the version.</summary>
    public override string ToString() => _value switch
    {
        AnyVersion => "any",
        ExistsVersion => "exists",
        0 => "none",
        _ => _value.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
