using System.Globalization;
using System.Text.Json;
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

    /// <summary>ISO text; null until the task is final, and for Runway, which does not tell it.</summary>
    [JsonPropertyName("completedAt")] public string? CompletedAt { get; init; }

    /// <summary>KIE's code of the failure; null unless it failed.</summary>
    [JsonPropertyName("errorCode")] public int? ErrorCode { get; init; }

    /// <summary>KIE's words for the failure; null unless it failed.</summary>
    [JsonPropertyName("errorMessage")] public string? ErrorMessage { get; init; }

    /// <summary>Tells a jobs task in this shape. Its seconds stand in <see cref="KieTask.Param"/>, as <c>duration</c> or <c>n_frames</c>.</summary>
    public static KieServiceTask From(KieTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var state = task.ReadState();
        return Of(task.TaskId, state, task.ReadResultUrls()) with
        {
            Duration = KieSeconds.InText(task.Param),
            CompletedAt = IsFinal(state) && task.CompleteTime is { } completed ? IsoText(completed) : null,
            ErrorCode = state == KieTaskState.Fail ? Code(task.FailCode) : null,
            ErrorMessage = state == KieTaskState.Fail ? task.FailMsg : null,
        };
    }

    /// <summary>Tells a Runway task in this shape.</summary>
    public static KieServiceTask From(KieRunwayTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var state = task.ReadState();
        return Of(task.TaskId, state, task.ReadResultUrls()) with
        {
            Duration = KieSeconds.InText(task.GenerateParam?.ToJsonString()),
            ErrorCode = state == KieTaskState.Fail ? task.FailCode : null,
            ErrorMessage = state == KieTaskState.Fail ? task.FailMsg : null,
        };
    }

    /// <summary>Tells an Aleph task in this shape.</summary>
    public static KieServiceTask From(KieAlephTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var state = task.ReadState();
        return Of(task.TaskId, state, task.ReadResultUrls()) with
        {
            CompletedAt = IsFinal(state) ? task.CompleteTime : null,
            ErrorCode = state == KieTaskState.Fail ? task.ErrorCode : null,
            ErrorMessage = state == KieTaskState.Fail ? task.ErrorMessage : null,
        };
    }

    private static KieServiceTask Of(string taskId, KieTaskState state, IReadOnlyList<Uri> results) => new()
    {
        TaskId = taskId,
        Status = state switch { KieTaskState.Success => 1, KieTaskState.Fail => 2, _ => 0 },
        VideoUrl = state == KieTaskState.Success && results is [var video, ..] ? video.OriginalString : null,
    };

    private static bool IsFinal(KieTaskState state) => state is KieTaskState.Success or KieTaskState.Fail;

    private static int? Code(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;

    private static string? IsoText(long milliseconds) =>
        milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : null;
}
