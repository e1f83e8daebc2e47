using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Body of <c>POST /api/v1/runway/generate</c>.</summary>
public sealed record KieRunwayRequest
{
    /// <summary>What KIE's catalogue calls the one model behind this endpoint; it is not sent.</summary>
    public const string CatalogueName = "runway";

    /// <summary>At most 1,800 characters.</summary>
    [JsonPropertyName("prompt")] public string? Prompt { get; init; }

    /// <summary>Seconds: 5 or 10; 10 only at 720p.</summary>
    [JsonPropertyName("duration")] public int? Duration { get; init; }

    /// <summary><c>720p</c> or <c>1080p</c>.</summary>
    [JsonPropertyName("quality")] public string? Quality { get; init; }

    /// <summary>The first frame.</summary>
    [JsonPropertyName("imageUrl")] public string? ImageUrl { get; init; }

    /// <summary>Such as <c>16:9</c>; needed without a picture, ignored with one.</summary>
    [JsonPropertyName("aspectRatio")] public string? AspectRatio { get; init; }

    /// <summary>Text to burn in; mind the capital M on the wire.</summary>
    [JsonPropertyName("waterMark")] public string? Watermark { get; init; }
    [JsonPropertyName("callBackUrl")] public string? CallBackUrl { get; init; }

    /// <summary>Fields of the body that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>Body of <c>POST /api/v1/runway/extend</c>.</summary>
public sealed record KieRunwayExtendRequest
{
    /// <summary>What KIE's catalogue calls the one model behind this endpoint; it is not sent.</summary>
    public const string CatalogueName = "runway/extend";

    /// <summary>The finished Runway task that is continued.</summary>
    [JsonPropertyName("taskId")] public string? TaskId { get; init; }

    /// <summary>What happens next.</summary>
    [JsonPropertyName("prompt")] public string? Prompt { get; init; }

    /// <summary><c>720p</c> or <c>1080p</c>.</summary>
    [JsonPropertyName("quality")] public string? Quality { get; init; }

    /// <summary>Text to burn in; mind the capital M on the wire.</summary>
    [JsonPropertyName("waterMark")] public string? Watermark { get; init; }
    [JsonPropertyName("callBackUrl")] public string? CallBackUrl { get; init; }

    /// <summary>Fields of the body that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
