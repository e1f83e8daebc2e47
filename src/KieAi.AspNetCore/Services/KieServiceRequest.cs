using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi.AspNetCore;

/// <summary>
/// Body of <c>POST /api/v1/{service}/generate</c>: one form for all services. KIE.ai itself never documented it; early callers use it.
/// </summary>
public sealed record KieServiceRequest
{
    /// <summary>A model of the service; null leaves the choice to the backend, by what is given.</summary>
    [JsonPropertyName("model")] public string? Model { get; init; }
    [JsonPropertyName("prompt")] public string? Prompt { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("duration")] public int? Duration { get; init; }

    /// <summary>Such as <c>1080p</c>.</summary>
    [JsonPropertyName("resolution")] public string? Resolution { get; init; }

    /// <summary>Such as <c>16:9</c>.</summary>
    [JsonPropertyName("aspectRatio")] public string? AspectRatio { get; init; }
    [JsonPropertyName("seed")] public long? Seed { get; init; }

    /// <summary>The first frame.</summary>
    [JsonPropertyName("imageUrl")] public string? ImageUrl { get; init; }

    /// <summary>The video that is changed.</summary>
    [JsonPropertyName("videoUrl")] public string? VideoUrl { get; init; }

    /// <summary>The speech.</summary>
    [JsonPropertyName("audioUrl")] public string? AudioUrl { get; init; }

    /// <summary>Where the finished task is posted, in the flat shape of <see cref="KieServiceTask"/>.</summary>
    [JsonPropertyName("callBackUrl")] public string? CallBackUrl { get; init; }

    /// <summary>Fields of the body that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
