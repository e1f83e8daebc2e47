using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Answer of <c>GET /api/v1/veo/get-1080p-video</c>, once it is ready; until then the call is refused with code 400.</summary>
public sealed record KieVeo1080p
{
    /// <summary>What KIE's catalogue calls the model behind this endpoint; it is not sent.</summary>
    public const string CatalogueName = "veo/get-1080p-video";

    [JsonPropertyName("resultUrl")] public string? ResultUrl { get; init; }

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
