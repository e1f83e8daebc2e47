namespace Kinora.Sandbox.Tasks;

/// <summary>All tasks. Their media are there for 14 days and their records for 60, as with KIE.</summary>
internal sealed class TaskStore
{
    private static readonly TimeSpan MediaAge = TimeSpan.FromDays(14);
    private static readonly TimeSpan RecordAge = TimeSpan.FromDays(60);

    private readonly RecordFolder<SandboxTask> _records;
    private readonly TimeProvider _clock;

    /// <param name="folder">Null keeps them in memory only.</param>
    public TaskStore(string? folder, TimeProvider clock)
    {
        (_records, _clock) = (new(folder, task => task.TaskId, SandboxJson.Default.SandboxTask), clock);
        _records.Load();
        Sweep();
    }

    public IEnumerable<SandboxTask> All => _records.All;

    /// <summary>The latest moment that any of them tells; null where there are none.</summary>
    public DateTimeOffset? Latest => All.Max(task => task.CompletedAt ?? (DateTimeOffset?)task.CreatedAt);

    public SandboxTask? Find(string taskId) => _records.Find(taskId);

    /// <summary>Whether its media are gone, and it can be neither read nor continued.</summary>
    public bool IsExpired(SandboxTask task) => Age(task) >= MediaAge;

    /// <summary>The task of an id, unless it is unknown or expired.</summary>
    public SandboxTask? FindLive(string taskId) => Find(taskId) is { } task && !IsExpired(task) ? task : null;

    /// <summary>Keeps a task; durable when this completes, where there is a folder, and only then told to readers.</summary>
    public Task SaveAsync(SandboxTask task, CancellationToken cancellationToken) => _records.SaveAsync(task, cancellationToken);

    /// <summary>Forgets the tasks whose records have had their time.</summary>
    public void Sweep()
    {
        foreach (var task in All.Where(task => Age(task) >= RecordAge)) _records.Remove(task.TaskId);
    }

    private TimeSpan Age(SandboxTask task) => _clock.GetUtcNow() - task.CreatedAt;
}
