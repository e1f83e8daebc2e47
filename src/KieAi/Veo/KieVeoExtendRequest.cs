using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Body of <c>POST /api/v1/veo/extend</c>: continues a finished Veo task. The joined clip is in <see cref="KieVeoResult.FullResultUrls"/>.</summary>
public sealed record KieVeoExtendRequest
{
    /// <summary>What KIE's catalogue calls the model behind this endpoint; it is not sent.</summary>
    public const string CatalogueName = "veo/extend";

    /// <summary>The finished Veo task that is continued; one that was raised to 1080p cannot be.</summary>
    [JsonPropertyName("taskId")] public string? TaskId { get; init; }

    /// <summary>What happens next.</summary>
    [JsonPropertyName("prompt")] public string? Prompt { get; init; }

    /// <summary>10000 to 99999.</summary>
    [JsonPropertyName("seeds")] public int? Seeds { get; init; }

    /// <summary><c>fast</c> (KIE's default), <c>quality</c> or <c>lite</c>: other words than <see cref="KieVeoRequest.Model"/> has.</summary>
    [JsonPropertyName("model")] public string? Model { get; init; }

    /// <summary>Text to burn in.</summary>
    [JsonPropertyName("watermark")] public string? Watermark { get; init; }
    [JsonPropertyName("callBackUrl")] public string? CallBackUrl { get; init; }

    /// <summary>Fields of the body that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>What <see cref="Model"/> is called where videos are generated; null for a word that KIE does not know.</summary>
    public string? ReadModel() => Model switch
    {
        null or "fast" => KieVeoRequest.DefaultModel,
        "quality" => "veo3",
        "lite" => "veo3_lite",
        _ => null,
    };
}
