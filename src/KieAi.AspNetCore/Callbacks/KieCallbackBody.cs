using System.Text.Json;
using System.Text.Json.Nodes;

namespace KieAi.AspNetCore;

/// <summary>The bodies that KIE posts to a callback address when a task is final.</summary>
public static class KieCallbackBody
{
    /// <summary>The callback of the jobs API: the record in the envelope.</summary>
    /// <param name="remainedCredits">The account's balance afterwards, where it is to be told.</param>
    /// <exception cref="ArgumentException">The task is not final.</exception>
    public static byte[] From(KieTask task, decimal? remainedCredits = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        var success = IsSuccess(task.ReadState());
        var told = task with
        {
            ResultJson = NullIfEmpty(task.ResultJson), FailCode = NullIfEmpty(task.FailCode), FailMsg = NullIfEmpty(task.FailMsg), Progress = null,
        };
        var data = JsonSerializer.SerializeToNode(told, KieJsonContext.Default.KieTask)!.AsObject();
        data["consumeCredits"] = task.CreditsConsumed ?? 0;
        if (remainedCredits is { } rest) data["remainedCredits"] = rest;
        return success ? Envelope(200, "Playground task completed successfully.", data) : Envelope(501, "Playground task failed.", data);
    }

    /// <summary>The callback of Veo.</summary>
    /// <exception cref="ArgumentException">The task is not final.</exception>
    public static byte[] From(KieVeoTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (!IsSuccess(task.ReadState()))
        {
            var code = task.ErrorCode is 400 or 422 or 500 or 501 ? task.ErrorCode.Value : task.SuccessFlag == 3 ? 501 : 500;
            return Envelope(code, NullIfEmpty(task.ErrorMessage) ?? "Veo3.1 video generation failed.",
                new JsonObject { ["taskId"] = task.TaskId, ["fallbackFlag"] = false });
        }

        var result = new JsonObject { ["resultUrls"] = Urls(task.Response?.ResultUrls ?? []) };
        if (task.Response?.OriginUrls is { Count: > 0 } originals) result["originUrls"] = Urls(originals);
        if (task.Response?.Resolution is { } resolution) result["resolution"] = resolution;
        return Envelope(200, "Veo3.1 video generated successfully.", new JsonObject
        {
            ["taskId"] = task.TaskId, ["promptJson"] = task.ParamJson, ["info"] = result, ["fallbackFlag"] = false,
        });
    }

    /// <summary>The callback of a Veo video in 4K. Without addresses it says that the video cannot be had.</summary>
    public static byte[] From(KieVeo4k video)
    {
        ArgumentNullException.ThrowIfNull(video);
        var data = new JsonObject { ["taskId"] = video.TaskId };
        if (video.ResultUrls is not { Count: > 0 } urls)
            return Envelope(500, "The 4K version of this video is unavailable. Please try a different video.", data);
        data["info"] = new JsonObject { ["resultUrls"] = Urls(urls), ["imageUrls"] = Urls(video.ImageUrls ?? []) };
        return Envelope(200, "4K Video generated successfully.", data);
    }

    /// <summary>The callback of Runway: flat, and in snake case.</summary>
    /// <exception cref="ArgumentException">The task is not final.</exception>
    public static byte[] From(KieRunwayTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var success = IsSuccess(task.ReadState());
        var data = new JsonObject { ["task_id"] = task.TaskId };
        if (success || string.IsNullOrEmpty(task.ParentTaskId))
        {
            data["video_id"] = task.VideoInfo?.VideoId ?? "";
            data["video_url"] = task.VideoInfo?.VideoUrl ?? "";
            data["image_url"] = task.VideoInfo?.ImageUrl ?? "";
        }

        return success
            ? Envelope(200, "All generated successfully.", data)
            : Envelope(task.FailCode is >= 400 and < 500 ? 400 : 500, NullIfEmpty(task.FailMsg) ?? "Runway video generation failed.", data);
    }

    /// <summary>The callback of Aleph, which has the task id beside its data.</summary>
    /// <exception cref="ArgumentException">The task is not final.</exception>
    public static byte[] From(KieAlephTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (!IsSuccess(task.ReadState()))
            return Envelope(Failing(task.ErrorCode) ?? 500, NullIfEmpty(task.ErrorMessage) ?? "Aleph video generation failed.", null, task.TaskId);
        return Envelope(200, "success", new JsonObject
        {
            ["result_video_url"] = task.Response?.ResultVideoUrl ?? "", ["result_image_url"] = task.Response?.ResultImageUrl ?? "",
        }, task.TaskId);
    }

    /// <summary>The callback of Luma Modify.</summary>
    /// <exception cref="ArgumentException">The task is not final.</exception>
    public static byte[] From(KieModifyTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var data = new JsonObject { ["taskId"] = task.TaskId, ["promptJson"] = task.PromptJson };
        if (!IsSuccess(task.ReadState()))
        {
            var code = Failing(task.ErrorCode) ?? (task.SuccessFlag == 3 ? 501 : 500);
            return Envelope(code, NullIfEmpty(task.ErrorMessage) ?? "Modify record generation failed.", data);
        }

        data["resultUrls"] = Urls(task.Response?.ResultUrls ?? []);
        return Envelope(200, "Modify record generated successfully.", data);
    }

    /// <summary>The callback of the one form for all services: flat, and in no envelope.</summary>
    /// <exception cref="ArgumentException">The task is not final.</exception>
    public static byte[] From(KieServiceTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var success = IsSuccess(task.Status switch { 1 => KieTaskState.Success, 2 => KieTaskState.Fail, _ => KieTaskState.Generating });
        var body = JsonSerializer.SerializeToNode(task, KieServiceJsonContext.Default.KieServiceTask)!.AsObject();
        if (success)
        {
            body.Remove("errorCode");
            body.Remove("errorMessage");
        }

        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    private static bool IsSuccess(KieTaskState state) => state switch
    {
        KieTaskState.Success => true,
        KieTaskState.Fail => false,
        _ => throw new ArgumentException($"A task that is {state} has no callback.", nameof(state)),
    };

    private static JsonArray Urls(IEnumerable<string> urls) => [.. urls.Select(url => (JsonNode)url)];

    private static string? NullIfEmpty(string? text) => text is "" ? null : text;

    // A failure must never be told with the code of a success.
    private static int? Failing(int? code) => code is >= 400 and < 600 ? code : null;

    private static byte[] Envelope(int code, string message, JsonObject? data, string? taskId = null)
    {
        var body = new JsonObject { ["code"] = code, ["msg"] = message, ["data"] = data };
        if (taskId is not null) body["taskId"] = taskId;
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }
}
