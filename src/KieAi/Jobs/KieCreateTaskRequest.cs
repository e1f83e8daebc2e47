using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Body of <c>POST /api/v1/jobs/createTask</c>.</summary>
public sealed record KieCreateTaskRequest
{
    /// <summary>The exact, case-sensitive model id, such as <c>kling-2.6/text-to-video</c>.</summary>
    [JsonPropertyName("model")] public required string Model { get; init; }

    /// <summary>The model's own fields.</summary>
    [JsonPropertyName("input")] public JsonObject Input { get; init => field = value ?? []; } = [];

    /// <summary>Where KIE posts the finished task; no callback when null.</summary>
    [JsonPropertyName("callBackUrl")] public string? CallBackUrl { get; init; }

    /// <summary>Where KIE posts progress; Sora only.</summary>
    [JsonPropertyName("progressCallBackUrl")] public string? ProgressCallBackUrl { get; init; }

    /// <summary>Fields of the body that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
