using System.Text.Json;
using System.Text.Json.Serialization;
using Kinora.Server.Endpoints;

namespace Kinora.Server.Wire;

/// <summary>The few answers that no client record stands for.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(CallbackReceipt))]
internal sealed partial class ServerJsonContext : JsonSerializerContext;
