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
            ResultJson = state == "success" ? new JsonObject { ["resultUrls"] = new JsonArray(addresses.Video(task)) }.ToJsonString() : "",
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
        Response = task is { IsFinal: true, IsFailed: false }
            ? new KieVeoResult
            {
                TaskId = task.TaskId,
                ResultUrls = [addresses.Video(task)],
                Resolution = task.Input.Resolution,
            }
            : null,
        ErrorCode = task.FailCode,
        ErrorMessage = task.FailMessage,
        CreateTime = Text(task.CreatedAt),
        CompleteTime = task.CompletedAt is { } at ? Text(at) : null,
    };

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
