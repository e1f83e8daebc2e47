using System.Globalization;
using System.Text.Json.Nodes;
using KieAi;

namespace Kinora.Sandbox.Tasks;

/// <summary>Writes a task down as each of KIE's APIs tells it.</summary>
internal static class TaskRecords
{
    // Such as nobody documented.
    private const int UnknownFlag = 9;

    /// <summary>As <c>recordInfo</c> of the jobs API does.</summary>
    public static KieTask Jobs(ToldTask task) => new()
    {
        TaskId = task.TaskId,
        Model = task.Model,
        State = task.State,
        Param = task.Body.ToJsonString(),
        ResultJson = task.Result?.ToJsonString() ?? "",
        FailCode = task.FailCode?.ToString(CultureInfo.InvariantCulture) ?? "",
        FailMsg = task.FailMessage ?? "",
        CostTime = task.CompletedAt is { } at ? (long)(at - task.CreatedAt).TotalMilliseconds : null,
        CreateTime = task.CreatedAt.ToUnixTimeMilliseconds(),
        CompleteTime = task.CompletedAt?.ToUnixTimeMilliseconds(),
        UpdateTime = (task.CompletedAt ?? task.CreatedAt).ToUnixTimeMilliseconds(),
        Progress = task.Progress,
        CreditsConsumed = task.Credits,
    };

    /// <summary>As <c>record-info</c> of Veo does.</summary>
    public static KieVeoTask Veo(ToldTask task) => new()
    {
        TaskId = task.TaskId,
        ParamJson = task.Body.ToJsonString(),
        SuccessFlag = Flag(task),
        Response = task.IsSuccess
            ? new KieVeoResult
            {
                TaskId = task.TaskId,
                ResultUrls = task.Urls,
                OriginUrls = task.Original is { } original ? [original] : null,
                FullResultUrls = task.Whole is { } whole ? [whole] : null,
                Resolution = task.Resolution ?? "720p",
            }
            : null,
        ErrorCode = task.FailCode,
        ErrorMessage = task.FailMessage ?? "",
        CreateTime = Text(task.CreatedAt),
        CompleteTime = task.CompletedAt is { } at ? Text(at) : null,
    };

    /// <summary>As <c>record-detail</c> of Runway does.</summary>
    public static KieRunwayTask Runway(ToldTask task) => new()
    {
        TaskId = task.TaskId,
        ParentTaskId = task.Source ?? "",
        GenerateParam = new JsonObject
        {
            ["prompt"] = task.Body["prompt"]?.DeepClone(), ["imageUrl"] = task.Body["imageUrl"]?.DeepClone() ?? "", ["expandPrompt"] = false,
        },
        State = task.State switch { ToldTask.Waiting => "wait", ToldTask.Queuing => "queueing", var word => word },
        GenerateTime = Text(task.CreatedAt),
        VideoInfo = task.IsSuccess
            ? new KieRunwayVideo { VideoId = task.TaskId, TaskId = task.TaskId, VideoUrl = Url(task), ImageUrl = task.Still ?? "" }
            : null,
        FailCode = task.FailCode ?? 0,
        FailMsg = task.FailMessage ?? "",
        ExpireFlag = task.IsLapsed ? 1 : 0,
    };

    /// <summary>As <c>record-info</c> of Aleph does.</summary>
    public static KieAlephTask Aleph(ToldTask task) => new()
    {
        TaskId = task.TaskId,
        ParamJson = task.Body.ToJsonString(),
        Response = task.IsSuccess
            ? new KieAlephResult { TaskId = task.TaskId, ResultVideoUrl = Url(task), ResultImageUrl = task.Still ?? "" }
            : null,
        CreateTime = Iso(task.CreatedAt),
        CompleteTime = task.CompletedAt is { } at ? Iso(at) : null,
        SuccessFlag = task.State is ToldTask.Fail ? 0 : Flag(task),
        ErrorCode = task.FailCode ?? 0,
        ErrorMessage = task.FailMessage ?? "",
    };

    /// <summary>As <c>record-info</c> of Luma Modify does.</summary>
    public static KieModifyTask Modify(ToldTask task) => new()
    {
        TaskId = task.TaskId,
        PromptJson = task.Body.ToJsonString(),
        SuccessFlag = task is { IsSuccess: true, CallbackFailed: true } ? 4 : Flag(task),
        Response = task.IsSuccess ? new KieModifyResult { TaskId = task.TaskId, ResultUrls = task.Urls } : null,
        ErrorCode = task.FailCode,
        ErrorMessage = task.FailMessage ?? "",
        CreateTime = Text(task.CreatedAt),
        CompleteTime = task.CompletedAt is { } at ? Text(at) : null,
    };

    /// <summary>The 4K version of a Veo video, by the id of the task that made the video.</summary>
    public static KieVeo4k Veo4k(ToldTask version) => new()
    {
        TaskId = version.Source!,
        ResultUrls = version.IsSuccess ? version.Urls : null,
        ImageUrls = version.IsSuccess && version.Still is { } still ? [still] : null,
    };

    private static int Flag(ToldTask task) => task.State switch
    {
        ToldTask.Success => 1,
        ToldTask.Fail => task.FailCode == 501 ? 3 : 2,
        ToldTask.Waiting or ToldTask.Queuing or ToldTask.Generating => 0,
        _ => UnknownFlag,
    };

    private static string Url(ToldTask task) => task.Urls is [var url, ..] ? url : "";

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
