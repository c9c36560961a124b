using System.Text.Json.Serialization;

namespace AotApp.Shop;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlaceOrder))]
[JsonSerializable(typeof(CancelOrder))]
[JsonSerializable(typeof(GetOrder))]
[JsonSerializable(typeof(ListOrders))]
[JsonSerializable(typeof(Pack))]
[JsonSerializable(typeof(OrderPlaced))]
[JsonSerializable(typeof(OrderId))]
[JsonSerializable(typeof(OrderView))]
internal sealed partial class ShopJson : JsonSerializerContext;
