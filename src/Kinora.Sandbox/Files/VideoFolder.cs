using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Files;

/// <summary>The videos of the tasks.</summary>
internal sealed class VideoFolder
{
    private readonly string _folder;
    private readonly TaskStore _tasks;

    /// <summary>Videos of tasks that are gone are deleted.</summary>
    public VideoFolder(string folder, TaskStore tasks)
    {
        (_folder, _tasks) = (Directory.CreateDirectory(folder).FullName, tasks);
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            if (file != Shared && tasks.Find(Path.GetFileNameWithoutExtension(file)) is null) File.Delete(file);
        }
    }

    /// <summary>The file of the clip that stands for all, whether it is there or not.</summary>
    public string Shared => Path.Combine(_folder, "shared.mp4");

    /// <summary>The file of a task's own video, whether it is there or not.</summary>
    public string Own(SandboxTask task) => Path.Combine(_folder, task.TaskId + ".mp4");

    /// <summary>The file of a task that succeeded; null when there is none.</summary>
    public string? Find(string taskId) => _tasks.Find(taskId) is { IsFinal: true, IsFailed: false } task
        ? new[] { Own(task), Shared }.FirstOrDefault(File.Exists)
        : null;
}
