using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Body of <c>POST /api/v1/aleph/generate</c>.</summary>
public sealed record KieAlephRequest
{
    /// <summary>What KIE's catalogue calls the one model behind this endpoint; it is not sent.</summary>
    public const string CatalogueName = "runway-aleph";

    /// <summary>The edit to make.</summary>
    [JsonPropertyName("prompt")] public string? Prompt { get; init; }

    /// <summary>The video that is changed.</summary>
    [JsonPropertyName("videoUrl")] public string? VideoUrl { get; init; }

    /// <summary><c>16:9</c>, <c>9:16</c>, <c>4:3</c>, <c>3:4</c>, <c>1:1</c> or <c>21:9</c>.</summary>
    [JsonPropertyName("aspectRatio")] public string? AspectRatio { get; init; }
    [JsonPropertyName("seed")] public long? Seed { get; init; }

    /// <summary>A picture of the style.</summary>
    [JsonPropertyName("referenceImage")] public string? ReferenceImage { get; init; }

    /// <summary>Text to burn in; mind the capital M on the wire.</summary>
    [JsonPropertyName("waterMark")] public string? Watermark { get; init; }

    /// <summary>Whether KIE stores the result in mainland China.</summary>
    [JsonPropertyName("uploadCn")] public bool? UploadCn { get; init; }
    [JsonPropertyName("callBackUrl")] public string? CallBackUrl { get; init; }

    /// <summary>Fields of the body that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
