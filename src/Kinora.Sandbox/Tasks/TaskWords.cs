using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KieAi;
using Kinora.Sandbox.Files;

namespace Kinora.Sandbox.Tasks;

/// <summary>Tells a task in KIE's words.</summary>
internal sealed class TaskWords(TaskTimes times, SandboxAddresses addresses, LinkGate links)
{
    private const string Generating = "generating";

    // Such as nobody documented.
    private const string UnknownWord = "reticulating";
    private const int UnknownFlag = 9;

    /// <summary>As <c>recordInfo</c> of the jobs API does.</summary>
    public KieTask Jobs(SandboxTask task)
    {
        var state = times.State(task);
        return new KieTask
        {
            TaskId = task.TaskId,
            Model = task.Model,
            State = state == Generating && task.Script.UnknownState ? UnknownWord : state,
            Param = task.Body.ToJsonString(),
            ResultJson = state == "success" ? TaskResult.Json(task, Urls(task), addresses).ToJsonString() : "",
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
        SuccessFlag = task switch { { IsFailed: true } => task.FailCode == 501 ? 3 : 2, { IsFinal: true } => 1, _ => Unfinished(task) },
        Response = task.IsSuccess
            ? new KieVeoResult
            {
                TaskId = task.TaskId,
                ResultUrls = Urls(task),
                OriginUrls = addresses.Extra(task, ResultFile.Original) is { } original ? [original] : null,
                FullResultUrls = addresses.Extra(task, ResultFile.Whole) is { } whole ? [whole] : null,
                Resolution = task.Input.Resolution ?? "720p",
            }
            : null,
        ErrorCode = task.FailCode,
        ErrorMessage = task.FailMessage ?? "",
        CreateTime = Text(task.CreatedAt),
        CompleteTime = task.CompletedAt is { } at ? Text(at) : null,
    };

    /// <summary>As <c>record-detail</c> of Runway does.</summary>
    public KieRunwayTask Runway(SandboxTask task) => new()
    {
        TaskId = task.TaskId,
        ParentTaskId = task.Input.Source ?? "",
        GenerateParam = new JsonObject
        {
            ["prompt"] = task.Body["prompt"]?.DeepClone(), ["imageUrl"] = task.Body["imageUrl"]?.DeepClone() ?? "", ["expandPrompt"] = false,
        },
        State = times.State(task) switch
        {
            "waiting" => "wait",
            "queuing" => "queueing",
            Generating when task.Script.UnknownState => UnknownWord,
            var word => word,
        },
        GenerateTime = Text(task.CreatedAt),
        VideoInfo = task.IsSuccess
            ? new KieRunwayVideo { VideoId = task.TaskId, TaskId = task.TaskId, VideoUrl = Urls(task) is [var url] ? url : "", ImageUrl = addresses.Extra(task, ResultFile.Still) ?? "" }
            : null,
        FailCode = task.FailCode ?? 0,
        FailMsg = task.FailMessage ?? "",
        ExpireFlag = task.IsSuccess && links.IsLapsed(task) ? 1 : 0,
    };

    /// <summary>As <c>record-info</c> of Aleph does.</summary>
    public KieAlephTask Aleph(SandboxTask task) => new()
    {
        TaskId = task.TaskId,
        ParamJson = task.Body.ToJsonString(),
        Response = task.IsSuccess
            ? new KieAlephResult { TaskId = task.TaskId, ResultVideoUrl = Urls(task) is [var url] ? url : "", ResultImageUrl = addresses.Extra(task, ResultFile.Still) ?? "" }
            : null,
        CreateTime = Iso(task.CreatedAt),
        CompleteTime = task.CompletedAt is { } at ? Iso(at) : null,
        SuccessFlag = task.IsSuccess ? 1 : task.IsFinal ? 0 : Unfinished(task),
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
            _ => Unfinished(task),
        },
        Response = task.IsSuccess ? new KieModifyResult { TaskId = task.TaskId, ResultUrls = Urls(task) } : null,
        ErrorCode = task.FailCode,
        ErrorMessage = task.FailMessage ?? "",
        CreateTime = Text(task.CreatedAt),
        CompleteTime = task.CompletedAt is { } at ? Text(at) : null,
    };

    /// <summary>The 4K version of a Veo video, by the id of the task that made the video.</summary>
    public KieVeo4k Veo4k(SandboxTask version) => new()
    {
        TaskId = version.Input.Source!,
        ResultUrls = version.IsSuccess ? Urls(version) : null,
        ImageUrls = version.IsSuccess && addresses.Extra(version, ResultFile.Still) is { } still ? [still] : null,
    };

    /// <summary>The addresses of what a finished task made; none where its script says so.</summary>
    public IReadOnlyList<string> Urls(SandboxTask task) => task.Script.NoUrl ? [] : [addresses.Video(task)];

    private int Unfinished(SandboxTask task) => task.Script.UnknownState && times.State(task) is Generating ? UnknownFlag : 0;

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
