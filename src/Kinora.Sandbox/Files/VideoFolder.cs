using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Files;

/// <summary>The videos of the tasks, and what else they made.</summary>
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

        foreach (var files in Directory.EnumerateDirectories(_folder))
        {
            if (tasks.Find(Path.GetFileName(files)) is null) Directory.Delete(files, recursive: true);
        }
    }

    /// <summary>The file of the clip that stands for all, whether it is there or not.</summary>
    public string Shared => Path.Combine(_folder, "shared.mp4");

    /// <summary>Where a task's file of this name is kept, whether it is there or not; the video beside the folder of all others.</summary>
    public string Place(SandboxTask task, string name) => name == ResultFile.Video
        ? Path.Combine(_folder, task.TaskId + ".mp4")
        : Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, task.TaskId)).FullName, name);

    /// <summary>A file of a task that succeeded; null when it has none of this name.</summary>
    public string? Find(string taskId, string name) =>
        name == ResultFile.Video ? Find(taskId)
        : _tasks.Find(taskId) is { IsFinal: true, IsFailed: false } task && task.Files.Contains(name) && Place(task, name) is var file && File.Exists(file) ? file
        : null;

    /// <summary>The video of a task that succeeded; null when there is none.</summary>
    public string? Find(string taskId) => _tasks.Find(taskId) is { IsFinal: true, IsFailed: false } task
        ? new[] { Place(task, ResultFile.Video), Shared }.FirstOrDefault(File.Exists)
        : null;
}
