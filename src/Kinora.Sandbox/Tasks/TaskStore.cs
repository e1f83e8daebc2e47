using System.Collections.Concurrent;
using System.Text.Json;
using Kinora.Core.Assets;

namespace Kinora.Sandbox.Tasks;

/// <summary>All tasks: in memory for reading, and one JSON file for each, so that they outlive the process.</summary>
internal sealed class TaskStore
{
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, SandboxTask> _tasks = new();

    /// <summary>Reads the tasks of a folder; those created before <paramref name="expiry"/> are deleted.</summary>
    public TaskStore(string folder, DateTimeOffset expiry)
    {
        _folder = Path.TrimEndingDirectorySeparator(Directory.CreateDirectory(folder).FullName);
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            var task = file.EndsWith(".json", StringComparison.Ordinal) ? Read(file) : null;
            if (task is null || task.CreatedAt < expiry) File.Delete(file);
            else _tasks[task.TaskId] = task;
        }
    }

    public IEnumerable<SandboxTask> All => _tasks.Values;

    public SandboxTask? Find(string taskId) => _tasks.GetValueOrDefault(taskId);

    /// <summary>Keeps a task; durable when this completes, and only then told to readers.</summary>
    public async Task SaveAsync(SandboxTask task, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder, task.TaskId + ".json");
        var writing = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(writing, JsonSerializer.SerializeToUtf8Bytes(task, SandboxJson.Default.SandboxTask), cancellationToken);
        DurableFile.MoveInto(_folder, writing, path);
        _tasks[task.TaskId] = task;
    }

    // A file that another version wrote, or a damaged one, is not worth a sandbox that does not start.
    private static SandboxTask? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), SandboxJson.Default.SandboxTask);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
