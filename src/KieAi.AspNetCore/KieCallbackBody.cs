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
            ResultJson = NullIfEmpty(task.ResultJson), FailCode = NullIfEmpty(task.FailCode), FailMsg = NullIfEmpty(task.FailMsg),
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

    private static bool IsSuccess(KieTaskState state) => state switch
    {
        KieTaskState.Success => true,
        KieTaskState.Fail => false,
        _ => throw new ArgumentException($"A task that is {state} has no callback.", nameof(state)),
    };

    private static JsonArray Urls(IEnumerable<string> urls) => [.. urls.Select(url => (JsonNode)url)];

    private static string? NullIfEmpty(string? text) => text is "" ? null : text;

    private static byte[] Envelope(int code, string message, JsonObject data) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject { ["code"] = code, ["msg"] = message, ["data"] = data });
}
