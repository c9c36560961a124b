using CqrsGen.EventSourcing;

namespace CqrsGen.Benchmarks.Stores;

/// <summary>The event that everybody appends: 200 bytes of JSON.</summary>
internal static class Payload
{
    public static byte[] Bytes { get; } =
        System.Text.Encoding.UTF8.GetBytes($$"""{"customer":"ada","note":"{{new string('x', 170)}}"}""");

    public static NewEvent Event() => new() { Id = Guid.CreateVersion7(), Type = "order-placed", Payload = Bytes };
}
