using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>A Veo task as <c>GET /api/v1/veo/record-info</c> tells it.</summary>
public sealed record KieVeoTask
{
    [JsonPropertyName("taskId")] public string TaskId { get; init => field = value ?? ""; } = "";

    /// <summary>JSON text of the request.</summary>
    [JsonPropertyName("paramJson")] public string? ParamJson { get; init; }

    /// <summary>0 generating, 1 success, 2 failed, 3 generation failed upstream.</summary>
    [JsonPropertyName("successFlag")] public int? SuccessFlag { get; init; }
    [JsonPropertyName("response")] public KieVeoResult? Response { get; init; }
    [JsonPropertyName("errorCode")] public int? ErrorCode { get; init; }
    [JsonPropertyName("errorMessage")] public string? ErrorMessage { get; init; }

    /// <summary>Text without agreed zone, such as <c>2025-06-06 10:30:00</c>.</summary>
    [JsonPropertyName("createTime")] public string? CreateTime { get; init; }
    [JsonPropertyName("completeTime")] public string? CompleteTime { get; init; }

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>What <see cref="SuccessFlag"/> means.</summary>
    public KieTaskState ReadState() => SuccessFlag switch
    {
        0 => KieTaskState.Generating,
        1 => KieTaskState.Success,
        2 or 3 => KieTaskState.Fail,
        _ => KieTaskState.Unknown,
    };

    /// <summary>The http and https addresses in <see cref="KieVeoResult.ResultUrls"/>.</summary>
    public IReadOnlyList<Uri> ReadResultUrls() => KieUrls.Addresses(Response?.ResultUrls);

    /// <summary>The same in the language of all APIs.</summary>
    public KieTaskReading ToReading() => new()
    {
        Api = KieTaskApi.Veo,
        TaskId = TaskId,
        State = ReadState(),
        Word = SuccessFlag?.ToString(CultureInfo.InvariantCulture) ?? "",
        ResultUrls = ReadResultUrls(),
        OriginUrls = KieUrls.Addresses(Response?.OriginUrls),
        FullResultUrls = KieUrls.Addresses(Response?.FullResultUrls),
        FailCode = KieTaskReading.Told(ErrorCode?.ToString(CultureInfo.InvariantCulture)),
        FailMessage = KieTaskReading.Told(ErrorMessage),
        CreatedAt = KieTimes.OfText(CreateTime),
        CompletedAt = KieTimes.OfText(CompleteTime),
    };
}

/// <summary>What a finished Veo task made.</summary>
public sealed record KieVeoResult
{
    [JsonPropertyName("taskId")] public string? TaskId { get; init; }
    [JsonPropertyName("resultUrls")] public IReadOnlyList<string>? ResultUrls { get; init; }

    /// <summary>The uncropped originals; only for ratios other than 16:9.</summary>
    [JsonPropertyName("originUrls"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OriginUrls { get; init; }

    /// <summary>The whole clip after an extension.</summary>
    [JsonPropertyName("fullResultUrls"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? FullResultUrls { get; init; }
    [JsonPropertyName("resolution")] public string? Resolution { get; init; }

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
