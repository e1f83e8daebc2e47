using KieAi;
using Kinora.Sandbox.Files;

namespace Kinora.Sandbox.Tasks;

/// <summary>Tells a task of the sandbox in KIE's words.</summary>
internal sealed class TaskWords(TaskTimes times, SandboxAddresses addresses, LinkGate links)
{
    // Such as nobody documented.
    private const string UnknownWord = "reticulating";

    /// <summary>As <c>recordInfo</c> of the jobs API does.</summary>
    public KieTask Jobs(SandboxTask task) => TaskRecords.Jobs(Tell(task));

    /// <summary>As <c>record-info</c> of Veo does.</summary>
    public KieVeoTask Veo(SandboxTask task) => TaskRecords.Veo(Tell(task));

    /// <summary>As <c>record-detail</c> of Runway does.</summary>
    public KieRunwayTask Runway(SandboxTask task) => TaskRecords.Runway(Tell(task));

    /// <summary>As <c>record-info</c> of Aleph does.</summary>
    public KieAlephTask Aleph(SandboxTask task) => TaskRecords.Aleph(Tell(task));

    /// <summary>As <c>record-info</c> of Luma Modify does.</summary>
    public KieModifyTask Modify(SandboxTask task) => TaskRecords.Modify(Tell(task));

    /// <summary>The 4K version of a Veo video, by the id of the task that made the video.</summary>
    public KieVeo4k Veo4k(SandboxTask version) => TaskRecords.Veo4k(Tell(version));

    private ToldTask Tell(SandboxTask task)
    {
        var (state, urls) = (times.State(task), task.Script.NoUrl ? [] : new[] { addresses.Video(task) });
        return new()
        {
            TaskId = task.TaskId,
            Model = task.Model,
            Body = task.Body,
            State = state == ToldTask.Generating && task.Script.UnknownState ? UnknownWord : state,
            Urls = urls,
            Result = task.IsSuccess ? TaskResult.Json(task, urls, addresses) : null,
            Still = addresses.Extra(task, ResultFile.Still),
            Original = addresses.Extra(task, ResultFile.Original),
            Whole = addresses.Extra(task, ResultFile.Whole),
            Resolution = task.Input.Resolution,
            Source = task.Input.Source,
            FailCode = task.FailCode,
            FailMessage = task.FailMessage,
            CreatedAt = task.CreatedAt,
            CompletedAt = task.CompletedAt,
            Progress = times.Progress(task),
            Credits = task.IsFailed ? 0 : task.Credits,
            IsLapsed = task.IsSuccess && links.IsLapsed(task),
            CallbackFailed = task.CallbackFailed,
        };
    }
}
