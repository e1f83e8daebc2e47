using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>An Aleph task as <c>GET /api/v1/aleph/record-info</c> tells it.</summary>
public sealed record KieAlephTask
{
    [JsonPropertyName("taskId")] public string TaskId { get; init => field = value ?? ""; } = "";

    /// <summary>JSON text of the request.</summary>
    [JsonPropertyName("paramJson")] public string? ParamJson { get; init; }
    [JsonPropertyName("response")] public KieAlephResult? Response { get; init; }

    /// <summary>ISO text.</summary>
    [JsonPropertyName("completeTime")] public string? CompleteTime { get; init; }
    [JsonPropertyName("createTime")] public string? CreateTime { get; init; }

    /// <summary>1 success; 0 is both still running and failed, which <see cref="ErrorCode"/> and <see cref="ErrorMessage"/> tell apart.</summary>
    [JsonPropertyName("successFlag")] public int? SuccessFlag { get; init; }

    /// <summary>0 when all is well.</summary>
    [JsonPropertyName("errorCode")] public int? ErrorCode { get; init; }
    [JsonPropertyName("errorMessage")] public string? ErrorMessage { get; init; }

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>What <see cref="SuccessFlag"/> means together with the error.</summary>
    public KieTaskState ReadState() => SuccessFlag switch
    {
        1 => KieTaskState.Success,
        0 when ErrorCode is not (null or 0) || !string.IsNullOrWhiteSpace(ErrorMessage) => KieTaskState.Fail,
        0 => KieTaskState.Generating,
        _ => KieTaskState.Unknown,
    };

    /// <summary>The http or https address of <see cref="KieAlephResult.ResultVideoUrl"/>.</summary>
    public IReadOnlyList<Uri> ReadResultUrls() => KieUrls.Addresses([Response?.ResultVideoUrl]);

    /// <summary>The same in the language of all APIs.</summary>
    public KieTaskReading ToReading() => new()
    {
        Api = KieTaskApi.Aleph,
        TaskId = TaskId,
        State = ReadState(),
        Word = SuccessFlag?.ToString(CultureInfo.InvariantCulture) ?? "",
        ResultUrls = ReadResultUrls(),
        ImageUrls = KieUrls.Addresses([Response?.ResultImageUrl]),
        FailCode = KieTaskReading.Told(ErrorCode?.ToString(CultureInfo.InvariantCulture)),
        FailMessage = KieTaskReading.Told(ErrorMessage),
        CreatedAt = KieTimes.OfText(CreateTime),
        CompletedAt = KieTimes.OfText(CompleteTime),
    };
}

/// <summary>What a finished Aleph task made.</summary>
public sealed record KieAlephResult
{
    [JsonPropertyName("taskId")] public string? TaskId { get; init; }
    [JsonPropertyName("resultVideoUrl")] public string? ResultVideoUrl { get; init; }

    /// <summary>A still of it.</summary>
    [JsonPropertyName("resultImageUrl")] public string? ResultImageUrl { get; init; }
}
