namespace Kinora.Core.Diagnostics;

/// <summary>A report in the making.</summary>
public sealed class DiagnosticRun(DateTimeOffset startedAt)
{
    private volatile Progress _progress = new(0, 0, IsDone: false, null);

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>Routes that were looked at, of how many; 0 of 0 until they are counted.</summary>
    public (int Done, int Total) Routes => (_progress.Done, _progress.Total);

    public bool IsDone => _progress.IsDone;

    /// <summary>Why there is no report, as a sentence; null while it is made, and when it is there.</summary>
    public string? Fault => _progress.Fault;

    internal void Tell(int done, int total) => _progress = new(Math.Max(done, _progress.Done), total, IsDone: false, null);

    internal void End(string? fault) => _progress = _progress with { IsDone = true, Fault = fault };

    private sealed record Progress(int Done, int Total, bool IsDone, string? Fault);
}
