using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Filters of <c>GET /api/v1/models</c>; null filters nothing.</summary>
/// <param name="TaskType">Such as <c>text-to-video</c>.</param>
/// <param name="Provider">The vendor.</param>
/// <param name="Text">Searched for.</param>
public sealed record KieModelQuery(string? TaskType = null, string? Provider = null, string? Text = null);

/// <summary>Answer of <c>GET /api/v1/models</c>.</summary>
public sealed record KieModelList
{
    [JsonPropertyName("total")] public int? Total { get; init; }
    [JsonPropertyName("models")] public IReadOnlyList<KieModel> Models { get; init => field = value ?? []; } = [];

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>A model as KIE's catalogue tells it.</summary>
public sealed record KieModel
{
    /// <summary>The id that <see cref="KieCreateTaskRequest.Model"/> takes.</summary>
    [JsonPropertyName("model")] public string Model { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("slug")] public string? Slug { get; init; }
    [JsonPropertyName("title")] public string? Title { get; init; }
    [JsonPropertyName("provider")] public string? Provider { get; init; }
    [JsonPropertyName("taskType")] public IReadOnlyList<string>? TaskType { get; init; }
    [JsonPropertyName("description")] public string? Description { get; init; }

    /// <summary>The price in words.</summary>
    [JsonPropertyName("pricingDesc")] public string? PricingDesc { get; init; }

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
