using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>A jobs task as <c>GET /api/v1/jobs/recordInfo</c> tells it, in KIE's words.</summary>
public sealed record KieTask
{
    [JsonPropertyName("taskId")] public string TaskId { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("model")] public string? Model { get; init; }

    /// <summary><c>waiting</c>, <c>queuing</c>, <c>generating</c>, <c>success</c>, <c>fail</c>, or a word that is new to us.</summary>
    [JsonPropertyName("state")] public string? State { get; init; }

    /// <summary>JSON text of the whole create body.</summary>
    [JsonPropertyName("param")] public string? Param { get; init; }

    /// <summary>JSON text of the result; empty or null unless <see cref="State"/> is <c>success</c>.</summary>
    [JsonPropertyName("resultJson")] public string? ResultJson { get; init; }
    [JsonPropertyName("failCode")] public string? FailCode { get; init; }
    [JsonPropertyName("failMsg")] public string? FailMsg { get; init; }

    /// <summary>Milliseconds spent.</summary>
    [JsonPropertyName("costTime")] public long? CostTime { get; init; }

    /// <summary>Unix milliseconds.</summary>
    [JsonPropertyName("completeTime")] public long? CompleteTime { get; init; }

    /// <summary>Unix milliseconds.</summary>
    [JsonPropertyName("createTime")] public long? CreateTime { get; init; }

    /// <summary>Unix milliseconds.</summary>
    [JsonPropertyName("updateTime")] public long? UpdateTime { get; init; }

    /// <summary>0 to 100; documented for Sora only.</summary>
    [JsonPropertyName("progress"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Progress { get; init; }

    /// <summary>In KIE's credits; newer answers only.</summary>
    [JsonPropertyName("creditsConsumed"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? CreditsConsumed { get; init; }

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>What <see cref="State"/> means; Runway's spellings of the words count too.</summary>
    public KieTaskState ReadState() => KieTaskStates.OfWord(State);

    /// <summary>The http and https addresses in <see cref="ResultJson"/>; none when it is empty, null or unreadable.</summary>
    public IReadOnlyList<Uri> ReadResultUrls() => KieUrls.In(KieResultJson.Parse(ResultJson), "resultUrls");

    /// <summary>The same in the language of all APIs.</summary>
    public KieTaskReading ToReading()
    {
        var result = KieResultJson.Parse(ResultJson);
        return new()
        {
            Api = KieTaskApi.Jobs,
            TaskId = TaskId,
            State = ReadState(),
            Word = State ?? "",
            Model = Model,
            ResultUrls = KieUrls.In(result, "resultUrls"),
            OriginUrls = KieUrls.In(result, "originUrls"),
            FullResultUrls = KieUrls.In(result, "fullResultUrls"),
            WatermarkUrls = KieUrls.In(result, "resultWaterMarkUrls"),
            FirstFrameUrls = KieUrls.In(result, "firstFrameUrl"),
            LastFrameUrls = KieUrls.In(result, "lastFrameUrl"),
            ResultObject = KieJson.Field(result, "resultObject"),
            CharacterId = KieJson.Readable(result, "character_id"),
            FailCode = KieTaskReading.Told(FailCode),
            FailMessage = KieTaskReading.Told(FailMsg),
            Progress = Progress is >= 0 and <= 100 ? Progress : null,
            CreditsConsumed = CreditsConsumed,
            CreatedAt = KieTimes.OfMilliseconds(CreateTime),
            CompletedAt = KieTimes.OfMilliseconds(CompleteTime),
        };
    }
}
