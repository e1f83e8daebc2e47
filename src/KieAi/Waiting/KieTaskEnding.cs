namespace KieAi;

/// <summary>Decides whether a reading ends the wait for a task.</summary>
internal sealed class KieTaskEnding(KieWaitOptions options, IProgress<KieTaskReading>? progress)
{
    private TimeSpan? _emptySince;

    /// <exception cref="KieTaskFailedException">It ends without a result.</exception>
    public bool Settle(KieTaskReading reading, TimeSpan elapsed)
    {
        progress?.Report(reading);
        if (reading.State is KieTaskState.Fail) throw new KieTaskFailedException(reading, reading.FailMessage ?? $"Task {reading.TaskId} failed.");
        if (reading.State is not KieTaskState.Success || reading.HasResult) return reading.State is KieTaskState.Success;
        // The record may still be filled in; some never are.
        _emptySince ??= elapsed;
        return elapsed - _emptySince < options.ResultGrace
            ? false
            : throw new KieTaskFailedException(reading, $"Task {reading.TaskId} is called a success, but names no result.");
    }
}
