using System.Globalization;
using Kinora.Sandbox.Files;

namespace Kinora.Sandbox.Tasks;

/// <summary>Tells tasks of all APIs in the same words, for people and tests.</summary>
internal sealed class TaskLines(TaskTimes times, TaskStore store, VideoFolder videos, SandboxAddresses addresses, LinkGate links)
{
    // A list of every task that a long test made would be of no use to anybody.
    private const int Most = 500;

    /// <summary>The newest ones, oldest first.</summary>
    public TaskList Of(IEnumerable<SandboxTask> tasks) => new(
    [
        .. tasks.OrderBy(task => task.CreatedAt).ThenBy(task => task.TaskId, StringComparer.Ordinal).TakeLast(Most).Select(Of),
    ]);

    public TaskLine Of(SandboxTask task) => new()
    {
        TaskId = task.TaskId,
        Api = task.Api,
        Model = task.Model,
        State = times.State(task),
        Progress = times.Progress(task),
        Mode = task.Input.Mode,
        Prompt = task.Input.Prompt ?? "",
        Credits = task.IsFailed ? 0 : task.Credits,
        CreatedAt = Text(task.CreatedAt),
        CompletedAt = task.CompletedAt is { } at ? Text(at) : null,
        CallbackAttempts = task.CallbackAttempts,
        FailCode = task.FailCode,
        FailMessage = task.FailMessage,
        Expired = store.IsExpired(task),
        Video = videos.Find(task.TaskId) is null ? null : new Uri(links.Link(new Uri(addresses.Video(task)))).PathAndQuery,
    };

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Answer of <c>GET /sandbox/tasks</c>, oldest first.</summary>
internal sealed record TaskList(IReadOnlyList<TaskLine> Tasks);

/// <summary>One task in the list.</summary>
internal sealed record TaskLine
{
    public required string TaskId { get; init; }

    /// <summary>The API that made it.</summary>
    public required string Api { get; init; }
    public required string Model { get; init; }

    /// <summary>In the words of the jobs API, whatever API made the task.</summary>
    public required string State { get; init; }
    public required int Progress { get; init; }
    public string? Mode { get; init; }

    /// <summary>Without its directives.</summary>
    public required string Prompt { get; init; }
    public required decimal Credits { get; init; }
    public required string CreatedAt { get; init; }
    public string? CompletedAt { get; init; }
    public required int CallbackAttempts { get; init; }
    public int? FailCode { get; init; }
    public string? FailMessage { get; init; }

    /// <summary>Whether its media are gone.</summary>
    public required bool Expired { get; init; }

    /// <summary>A fresh link to its video under the sandbox's address; null while there is none.</summary>
    public string? Video { get; init; }
}
