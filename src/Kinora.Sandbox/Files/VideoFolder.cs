using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Files;

/// <summary>The videos of the tasks, and what else they made; all goes 14 days after their task was made.</summary>
internal sealed class VideoFolder(string folder, TaskStore tasks)
{
    private readonly string _folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>The file of the clip that stands for all, whether it is there or not.</summary>
    public string Shared => Path.Combine(_folder, "shared.mp4");

    /// <summary>Where a task's file of this name is kept, whether it is there or not; the video beside the folder of all others.</summary>
    public string Place(SandboxTask task, string name) => name == ResultFile.Video
        ? Path.Combine(_folder, task.TaskId + ".mp4")
        : Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, task.TaskId)).FullName, name);

    /// <summary>A file of a task that succeeded; null when it has none of this name, or no longer.</summary>
    public string? Find(string taskId, string name) =>
        name == ResultFile.Video ? Find(taskId)
        : tasks.FindLive(taskId) is { IsSuccess: true } task && task.Files.Contains(name) && Place(task, name) is var file && File.Exists(file) ? file
        : null;

    /// <summary>The video of a task that succeeded; null when there is none, or no longer.</summary>
    public string? Find(string taskId) => tasks.FindLive(taskId) is { IsSuccess: true } task
        ? new[] { Place(task, ResultFile.Video), Shared }.FirstOrDefault(File.Exists)
        : null;

    /// <summary>Deletes what was made by tasks that have had their time.</summary>
    public void Sweep()
    {
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            if (file != Shared && tasks.FindLive(Path.GetFileNameWithoutExtension(file)) is null) File.Delete(file);
        }

        foreach (var files in Directory.EnumerateDirectories(_folder))
        {
            if (tasks.FindLive(Path.GetFileName(files)) is null) Directory.Delete(files, recursive: true);
        }
    }
}
