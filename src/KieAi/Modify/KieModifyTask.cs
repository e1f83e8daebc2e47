using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>A Luma Modify task as <c>GET /api/v1/modify/record-info</c> tells it.</summary>
public sealed record KieModifyTask
{
    [JsonPropertyName("taskId")] public string TaskId { get; init => field = value ?? ""; } = "";

    /// <summary>JSON text of the request.</summary>
    [JsonPropertyName("promptJson")] public string? PromptJson { get; init; }

    /// <summary>0 generating, 1 success, 2 could not be created, 3 generation failed, 4 the callback failed while the video is there.</summary>
    [JsonPropertyName("successFlag")] public int? SuccessFlag { get; init; }
    [JsonPropertyName("response")] public KieModifyResult? Response { get; init; }
    [JsonPropertyName("errorCode")] public int? ErrorCode { get; init; }
    [JsonPropertyName("errorMessage")] public string? ErrorMessage { get; init; }
    [JsonPropertyName("createTime")] public string? CreateTime { get; init; }
    [JsonPropertyName("completeTime")] public string? CompleteTime { get; init; }

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>What <see cref="SuccessFlag"/> means; a callback that failed is no failure of the task.</summary>
    public KieTaskState ReadState() => SuccessFlag switch
    {
        0 => KieTaskState.Generating,
        1 or 4 => KieTaskState.Success,
        2 or 3 => KieTaskState.Fail,
        _ => KieTaskState.Unknown,
    };

    /// <summary>The http and https addresses in <see cref="KieModifyResult.ResultUrls"/>.</summary>
    public IReadOnlyList<Uri> ReadResultUrls() => KieUrls.Addresses(Response?.ResultUrls);

    /// <summary>The same in the language of all APIs.</summary>
    public KieTaskReading ToReading() => new()
    {
        Api = KieTaskApi.Modify,
        TaskId = TaskId,
        State = ReadState(),
        Word = SuccessFlag?.ToString(CultureInfo.InvariantCulture) ?? "",
        ResultUrls = ReadResultUrls(),
        OriginUrls = KieUrls.Addresses(Response?.OriginUrls),
        FailCode = KieTaskReading.Told(ErrorCode?.ToString(CultureInfo.InvariantCulture)),
        FailMessage = KieTaskReading.Told(ErrorMessage),
        CreatedAt = KieTimes.OfText(CreateTime),
        CompletedAt = KieTimes.OfText(CompleteTime),
    };
}

/// <summary>What a finished Luma Modify task made.</summary>
public sealed record KieModifyResult
{
    [JsonPropertyName("taskId")] public string? TaskId { get; init; }
    [JsonPropertyName("resultUrls")] public IReadOnlyList<string>? ResultUrls { get; init; }
    [JsonPropertyName("originUrls"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OriginUrls { get; init; }
}
