using System.Text.Json.Serialization;

namespace CqrsGen.IntegrationTests.Dispatch;

[JsonSerializable(typeof(Partial))]
[JsonSerializable(typeof(Plain))]
[JsonSerializable(typeof(PartialQuery))]
[JsonSerializable(typeof(AbsentQuery))]
[JsonSerializable(typeof(PlainStream))]
[JsonSerializable(typeof(Journaled))]
[JsonSerializable(typeof(JournaledEvent))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class DispatchJsonContext : JsonSerializerContext;
