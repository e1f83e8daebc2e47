using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KieAi;
using Kinora.Sandbox.Files;

namespace Kinora.Sandbox.Tasks;

/// <summary>Tells a task in KIE's words.</summary>
internal sealed class TaskWords(TaskTimes times, SandboxAddresses addresses)
{
    /// <summary>As <c>recordInfo</c> of the jobs API does.</summary>
    public KieTask Jobs(SandboxTask task)
    {
        var state = times.State(task);
        return new KieTask
        {
            TaskId = task.TaskId,
            Model = task.Model,
            State = state,
            Param = task.Body.ToJsonString(),
            ResultJson = state == "success" ? TaskResult.Json(task, addresses).ToJsonString() : "",
            FailCode = task.FailCode?.ToString(CultureInfo.InvariantCulture) ?? "",
            FailMsg = task.FailMessage ?? "",
            CostTime = task.CompletedAt is { } at ? (long)(at - task.CreatedAt).TotalMilliseconds : null,
            CreateTime = task.CreatedAt.ToUnixTimeMilliseconds(),
            CompleteTime = task.CompletedAt?.ToUnixTimeMilliseconds(),
            UpdateTime = (task.CompletedAt ?? task.CreatedAt).ToUnixTimeMilliseconds(),
            Progress = times.Progress(task),
            CreditsConsumed = task.IsFailed ? 0 : task.Credits,
        };
    }

    /// <summary>As <c>record-info</c> of Veo does.</summary>
    public KieVeoTask Veo(SandboxTask task) => new()
    {
        TaskId = task.TaskId,
        ParamJson = task.Body.ToJsonString(),
        SuccessFlag = task switch { { IsFailed: true } => task.FailCode == 501 ? 3 : 2, { IsFinal: true } => 1, _ => 0 },
        Response = Succeeded(task)
            ? new KieVeoResult
            {
                TaskId = task.TaskId,
                ResultUrls = [addresses.Video(task)],
                OriginUrls = File(task, ResultFile.Original) is { } original ? [original] : null,
                FullResultUrls = File(task, ResultFile.Whole) is { } whole ? [whole] : null,
                Resolution = task.Input.Resolution ?? "720p",
            }
            : null,
        ErrorCode = task.FailCode,
        ErrorMessage = task.FailMessage,
        CreateTime = Text(task.CreatedAt),
        CompleteTime = task.CompletedAt is { } at ? Text(at) : null,
    };

    /// <summary>As <c>record-detail</c> of Runway does.</summary>
    public KieRunwayTask Runway(SandboxTask task) => new()
    {
        TaskId = task.TaskId,
        ParentTaskId = task.Endpoint == TaskApi.RunwayExtend ? task.Input.Source : "",
        GenerateParam = new JsonObject
        {
            ["prompt"] = task.Body["prompt"]?.DeepClone(), ["imageUrl"] = task.Body["imageUrl"]?.DeepClone() ?? "", ["expandPrompt"] = false,
        },
        State = times.State(task) switch { "waiting" => "wait", "queuing" => "queueing", var word => word },
        GenerateTime = Text(task.CreatedAt),
        VideoInfo = Succeeded(task)
            ? new KieRunwayVideo { VideoId = task.TaskId, TaskId = task.TaskId, VideoUrl = addresses.Video(task), ImageUrl = File(task, ResultFile.Still) ?? "" }
            : null,
        FailCode = task.FailCode ?? 0,
        FailMsg = task.FailMessage ?? "",
        ExpireFlag = 0,
    };

    /// <summary>As <c>record-info</c> of Aleph does.</summary>
    public KieAlephTask Aleph(SandboxTask task) => new()
    {
        TaskId = task.TaskId,
        ParamJson = task.Body.ToJsonString(),
        Response = Succeeded(task)
            ? new KieAlephResult { TaskId = task.TaskId, ResultVideoUrl = addresses.Video(task), ResultImageUrl = File(task, ResultFile.Still) ?? "" }
            : null,
        CreateTime = Iso(task.CreatedAt),
        CompleteTime = task.CompletedAt is { } at ? Iso(at) : null,
        SuccessFlag = Succeeded(task) ? 1 : 0,
        ErrorCode = task.FailCode ?? 0,
        ErrorMessage = task.FailMessage ?? "",
    };

    /// <summary>As <c>record-info</c> of Luma Modify does.</summary>
    public KieModifyTask Modify(SandboxTask task) => new()
    {
        TaskId = task.TaskId,
        PromptJson = task.Body.ToJsonString(),
        SuccessFlag = task switch
        {
            { IsFailed: true } => task.FailCode == 501 ? 3 : 2,
            { IsFinal: true } => task.CallbackFailed ? 4 : 1,
            _ => 0,
        },
        Response = Succeeded(task) ? new KieModifyResult { TaskId = task.TaskId, ResultUrls = [addresses.Video(task)] } : null,
        ErrorCode = task.FailCode,
        ErrorMessage = task.FailMessage,
        CreateTime = Text(task.CreatedAt),
        CompleteTime = task.CompletedAt is { } at ? Text(at) : null,
    };

    // Null where the task has none of this name.
    private string? File(SandboxTask task, string name) => task.Files.Contains(name) ? addresses.File(task, name) : null;

    private static bool Succeeded(SandboxTask task) => task is { IsFinal: true, IsFailed: false };

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
