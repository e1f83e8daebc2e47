using System.Globalization;

namespace Kinora.Sandbox.Tasks;

/// <summary>Answer of <c>GET /sandbox/tasks</c>, oldest first; a call of the sandbox's own that KIE does not have.</summary>
internal sealed record TaskList(IReadOnlyList<TaskLine> Tasks)
{
    public static TaskList Of(IEnumerable<SandboxTask> tasks, Func<SandboxTask, string> state) => new(
    [
        .. tasks.OrderBy(task => task.CreatedAt).ThenBy(task => task.TaskId, StringComparer.Ordinal).Select(task => new TaskLine
        {
            TaskId = task.TaskId,
            Model = task.Model,
            State = state(task),
            Prompt = task.Input.Prompt ?? "",
            CreatedAt = task.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            CallbackAttempts = task.CallbackAttempts,
        }),
    ]);
}

/// <summary>One task in the list.</summary>
internal sealed record TaskLine
{
    public required string TaskId { get; init; }
    public required string Model { get; init; }

    /// <summary>In the words of the jobs API, whatever API made the task.</summary>
    public required string State { get; init; }
    public required string Prompt { get; init; }
    public required string CreatedAt { get; init; }
    public required int CallbackAttempts { get; init; }
}
