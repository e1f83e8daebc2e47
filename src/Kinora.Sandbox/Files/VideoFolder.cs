using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Files;

/// <summary>The videos of the tasks; they go 14 days after their task was made.</summary>
internal sealed class VideoFolder(string folder, TaskStore tasks)
{
    private readonly string _folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>The file of the clip that stands for all, whether it is there or not.</summary>
    public string Shared => Path.Combine(_folder, "shared.mp4");

    /// <summary>The file of a task's own video, whether it is there or not.</summary>
    public string Own(SandboxTask task) => Path.Combine(_folder, task.TaskId + ".mp4");

    /// <summary>The file of a task that succeeded; null when there is none, or no longer.</summary>
    public string? Find(string taskId) => tasks.FindLive(taskId) is { IsSuccess: true } task
        ? new[] { Own(task), Shared }.FirstOrDefault(File.Exists)
        : null;

    /// <summary>Deletes the videos of tasks that have had their time.</summary>
    public void Sweep()
    {
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            if (file != Shared && tasks.FindLive(Path.GetFileNameWithoutExtension(file)) is null) File.Delete(file);
        }
    }
}
