using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Body of <c>POST /api/v1/veo/get-4k-video</c>; the same call asks for the work and, later, for its result.</summary>
public sealed record KieVeo4kRequest
{
    /// <summary>What KIE's catalogue calls the model behind this endpoint; it is not sent.</summary>
    public const string CatalogueName = "veo/get-4k-video";

    /// <summary>The finished Veo task.</summary>
    [JsonPropertyName("taskId")] public string? TaskId { get; init; }

    /// <summary>Which of its videos, counted from 0 (KIE's default).</summary>
    [JsonPropertyName("index")] public int? Index { get; init; }
    [JsonPropertyName("callBackUrl")] public string? CallBackUrl { get; init; }

    /// <summary>Fields of the body that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>Answer of <c>POST /api/v1/veo/get-4k-video</c>. Addresses are null while the work lasts, 5 to 10 minutes.</summary>
public sealed record KieVeo4k
{
    [JsonPropertyName("taskId")] public string TaskId { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("resultUrls")] public IReadOnlyList<string>? ResultUrls { get; init; }

    /// <summary>Stills.</summary>
    [JsonPropertyName("imageUrls")] public IReadOnlyList<string>? ImageUrls { get; init; }

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>The http and https addresses in <see cref="ResultUrls"/>.</summary>
    public IReadOnlyList<Uri> ReadResultUrls() => KieUrls.Addresses(ResultUrls);
}
