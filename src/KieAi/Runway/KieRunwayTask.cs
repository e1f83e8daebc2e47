using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>A Runway task as <c>GET /api/v1/runway/record-detail</c> tells it, extensions too.</summary>
public sealed record KieRunwayTask
{
    [JsonPropertyName("taskId")] public string TaskId { get; init => field = value ?? ""; } = "";

    /// <summary>The task that was extended; empty for one that extends none.</summary>
    [JsonPropertyName("parentTaskId")] public string? ParentTaskId { get; init; }

    /// <summary>The request: an object here, where KIE's other APIs have JSON text.</summary>
    [JsonPropertyName("generateParam")] public JsonNode? GenerateParam { get; init; }

    /// <summary><c>wait</c>, <c>queueing</c>, <c>generating</c>, <c>success</c>, <c>fail</c>: not quite the words of the jobs API.</summary>
    [JsonPropertyName("state")] public string? State { get; init; }

    /// <summary>Text without agreed zone, such as <c>2023-08-15 14:30:45</c>.</summary>
    [JsonPropertyName("generateTime")] public string? GenerateTime { get; init; }
    [JsonPropertyName("videoInfo")] public KieRunwayVideo? VideoInfo { get; init; }

    /// <summary>A number here, where the jobs API has a string.</summary>
    [JsonPropertyName("failCode")] public int? FailCode { get; init; }
    [JsonPropertyName("failMsg")] public string? FailMsg { get; init; }

    /// <summary>1 when the address of the video has lapsed, else 0.</summary>
    [JsonPropertyName("expireFlag")] public int? ExpireFlag { get; init; }

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>What <see cref="State"/> means.</summary>
    public KieTaskState ReadState() => KieTaskStates.OfWord(State);

    /// <summary>The http or https address of <see cref="KieRunwayVideo.VideoUrl"/>.</summary>
    public IReadOnlyList<Uri> ReadResultUrls() => KieUrls.Addresses([VideoInfo?.VideoUrl]);

    /// <summary>The same in the language of all APIs.</summary>
    public KieTaskReading ToReading() => new()
    {
        Api = KieTaskApi.Runway,
        TaskId = TaskId,
        State = ReadState(),
        Word = State ?? "",
        ResultUrls = ReadResultUrls(),
        ImageUrls = KieUrls.Addresses([VideoInfo?.ImageUrl]),
        FailCode = KieTaskReading.Told(FailCode?.ToString(CultureInfo.InvariantCulture)),
        FailMessage = KieTaskReading.Told(FailMsg),
        IsExpired = ExpireFlag == 1,
        CreatedAt = KieTimes.OfText(GenerateTime),
    };
}

/// <summary>What a finished Runway task made.</summary>
public sealed record KieRunwayVideo
{
    [JsonPropertyName("videoId")] public string? VideoId { get; init; }
    [JsonPropertyName("taskId")] public string? TaskId { get; init; }
    [JsonPropertyName("videoUrl")] public string? VideoUrl { get; init; }

    /// <summary>A still of it.</summary>
    [JsonPropertyName("imageUrl")] public string? ImageUrl { get; init; }
}
