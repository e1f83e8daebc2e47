using System.Text.Json.Serialization;

namespace KieAi.AspNetCore;

/// <summary>A task in the flat shape of <c>GET /api/v1/{service}/record-info</c>, which is its callback too.</summary>
public sealed record KieServiceTask
{
    [JsonPropertyName("taskId")] public required string TaskId { get; init; }

    /// <summary>0 generating, 1 success, 2 failed.</summary>
    [JsonPropertyName("status")] public required int Status { get; init; }
    [JsonPropertyName("videoUrl")] public string? VideoUrl { get; init; }

    /// <summary>Seconds that were asked for; null where the model decides.</summary>
    [JsonPropertyName("duration")] public double? Duration { get; init; }

    /// <summary>ISO text; null until the task is final.</summary>
    [JsonPropertyName("completedAt")] public string? CompletedAt { get; init; }

    /// <summary>KIE's code of the failure; null unless it failed.</summary>
    [JsonPropertyName("errorCode")] public int? ErrorCode { get; init; }
    [JsonPropertyName("errorMessage")] public string? ErrorMessage { get; init; }
}

/// <summary>JSON of the one form for all services.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(KieServiceRequest))]
[JsonSerializable(typeof(KieServiceTask))]
public sealed partial class KieServiceJsonContext : JsonSerializerContext;
