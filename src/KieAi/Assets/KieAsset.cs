using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Body of <c>POST /api/v1/playground/createAsset</c>: the asset library, through which Seedance 2 takes pictures of real people.</summary>
public sealed record KieAssetRequest
{
    [JsonPropertyName("url")] public string? Url { get; init; }

    /// <summary><c>Image</c>, <c>Video</c> or <c>Audio</c>.</summary>
    [JsonPropertyName("assetType")] public string? AssetType { get; init; }
}

/// <summary>Answer of <c>GET /api/v1/playground/getAsset</c>. An active asset is named <c>asset://id</c> in a task's input.</summary>
public sealed record KieAsset
{
    /// <summary>What <see cref="Status"/> says once the asset can be used.</summary>
    public const string Active = "Active";

    [JsonPropertyName("status")] public string? Status { get; init; }
    [JsonPropertyName("url")] public string? Url { get; init; }
    [JsonPropertyName("errorMsg")] public string? ErrorMessage { get; init; }

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
