using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Body of <c>POST /api/v1/veo/generate</c>.</summary>
public sealed record KieVeoRequest
{
    /// <summary>What KIE takes when <see cref="Model"/> is null.</summary>
    public const string DefaultModel = "veo3_fast";

    [JsonPropertyName("prompt")] public string? Prompt { get; init; }

    /// <summary><c>veo3</c>, <c>veo3_fast</c> (KIE's default) or <c>veo3_lite</c>.</summary>
    [JsonPropertyName("model")] public string? Model { get; init; }
    [JsonPropertyName("imageUrls")] public IReadOnlyList<string>? ImageUrls { get; init; }

    /// <summary><c>TEXT_2_VIDEO</c>, <c>FIRST_AND_LAST_FRAMES_2_VIDEO</c> or <c>REFERENCE_2_VIDEO</c>.</summary>
    [JsonPropertyName("generationType")] public string? GenerationType { get; init; }

    /// <summary><c>16:9</c>, <c>9:16</c> or <c>Auto</c>; the snake spelling is the one that KIE honours.</summary>
    [JsonPropertyName("aspect_ratio")] public string? AspectRatio { get; init; }
    [JsonPropertyName("resolution")] public string? Resolution { get; init; }

    /// <summary>Seconds: 4, 6 or 8.</summary>
    [JsonPropertyName("duration")] public int? Duration { get; init; }

    /// <summary>10000 to 99999.</summary>
    [JsonPropertyName("seeds")] public int? Seeds { get; init; }
    [JsonPropertyName("watermark")] public string? Watermark { get; init; }
    [JsonPropertyName("enableTranslation")] public bool? EnableTranslation { get; init; }
    [JsonPropertyName("callBackUrl")] public string? CallBackUrl { get; init; }

    /// <summary>Fields of the body that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
