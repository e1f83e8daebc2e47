namespace Kinora.Sandbox.Tasks;

/// <summary>When a task passes through its states: a pretence that scales with the speed, on top of the real work.</summary>
/// <param name="clock">The sandbox's own.</param>
internal sealed class TaskTimes(double speed, TimeProvider clock)
{
    /// <summary>After its creation it waits for a slot until here.</summary>
    public TimeSpan Waiting { get; } = TimeSpan.FromSeconds(0.7 * speed);

    /// <summary>Then it is in the queue until here, where work begins.</summary>
    public TimeSpan Queuing { get; } = TimeSpan.FromSeconds(1.5 * speed);

    private TimeSpan Usual { get; } = TimeSpan.FromSeconds(4 * speed);

    /// <summary>It is not done before.</summary>
    public TimeSpan Done(SandboxTask task) => task.Script.Slow > Usual ? task.Script.Slow : Usual;

    /// <summary>The state in the words of the jobs API.</summary>
    public string State(SandboxTask task) => task switch
    {
        { IsFailed: true } => "fail",
        { IsFinal: true } => "success",
        _ when Age(task) < Waiting => "waiting",
        _ when Age(task) < Queuing => "queuing",
        _ => "generating",
    };

    /// <summary>From 0 to 100; 100 only when it succeeded.</summary>
    public int Progress(SandboxTask task) => task switch
    {
        { IsFailed: true } => 0,
        { IsFinal: true } => 100,
        _ when Age(task) < Queuing => 0,
        _ => (int)Math.Min(95, 100 * (Age(task) - Queuing) / (Done(task) - Queuing + TimeSpan.FromSeconds(1))),
    };

    public Task UntilAsync(SandboxTask task, TimeSpan age, CancellationToken cancellationToken)
    {
        var rest = age - Age(task);
        return rest > TimeSpan.Zero ? Task.Delay(rest, clock, cancellationToken) : Task.CompletedTask;
    }

    private TimeSpan Age(SandboxTask task) => clock.GetUtcNow() - task.CreatedAt;
}
