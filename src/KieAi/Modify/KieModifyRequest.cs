using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Body of <c>POST /api/v1/modify/generate</c>: Luma Modify.</summary>
public sealed record KieModifyRequest
{
    /// <summary>What KIE's catalogue calls the one model behind this endpoint; it is not sent.</summary>
    public const string CatalogueName = "luma-modify";

    /// <summary>The edit to make, in English.</summary>
    [JsonPropertyName("prompt")] public string? Prompt { get; init; }

    /// <summary>The video that is changed: at most 10 s and 500 MB.</summary>
    [JsonPropertyName("videoUrl")] public string? VideoUrl { get; init; }

    /// <summary>Text to burn in.</summary>
    [JsonPropertyName("watermark")] public string? Watermark { get; init; }
    [JsonPropertyName("callBackUrl")] public string? CallBackUrl { get; init; }

    /// <summary>Fields of the body that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
