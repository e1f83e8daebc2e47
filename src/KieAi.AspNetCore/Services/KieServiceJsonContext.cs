using System.Text.Json.Serialization;

namespace KieAi.AspNetCore;

/// <summary>JSON of the one form for all services.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(KieServiceRequest))]
[JsonSerializable(typeof(KieServiceTask))]
public sealed partial class KieServiceJsonContext : JsonSerializerContext;
