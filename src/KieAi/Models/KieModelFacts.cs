using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Answer of <c>GET /api/v1/models/{model}/schema</c>.</summary>
public sealed record KieModelSchema
{
    [JsonPropertyName("model")] public string? Model { get; init; }

    /// <summary>An OpenAPI document of the model's create call.</summary>
    [JsonPropertyName("openapi")] public JsonElement? OpenApi { get; init; }
}

/// <summary>Answer of <c>GET /api/v1/models/{model}/price</c>.</summary>
public sealed record KieModelPrice
{
    [JsonPropertyName("model")] public string? Model { get; init; }

    /// <summary>The price in words.</summary>
    [JsonPropertyName("pricingDesc")] public string? PricingDesc { get; init; }
}

/// <summary>Answer of <c>GET /api/v1/models/{model}/success-rate</c>: the last 24 hours in steps of 10 minutes.</summary>
public sealed record KieModelSuccessRate
{
    [JsonPropertyName("model")] public string? Model { get; init; }
    [JsonPropertyName("points")] public IReadOnlyList<KieSuccessRatePoint> Points { get; init => field = value ?? []; } = [];
}

/// <summary>Ten minutes of a model.</summary>
public sealed record KieSuccessRatePoint
{
    [JsonPropertyName("successRate")] public decimal? SuccessRate { get; init; }
    [JsonPropertyName("isNormal")] public bool? IsNormal { get; init; }

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
