namespace KieAi;

/// <content>Reading and waiting in the one language of all APIs.</content>
public sealed partial class KieClient
{
    /// <summary>Reads a task in the API that made it.</summary>
    public async Task<KieTaskReading> ReadAsync(KieTaskApi api, string taskId, CancellationToken cancellationToken = default)
    {
        var reading = api switch
        {
            KieTaskApi.Jobs => (await GetTaskAsync(taskId, cancellationToken).ConfigureAwait(false)).ToReading(),
            KieTaskApi.Veo => (await GetVeoTaskAsync(taskId, cancellationToken).ConfigureAwait(false)).ToReading(),
            KieTaskApi.Runway => (await GetRunwayTaskAsync(taskId, cancellationToken).ConfigureAwait(false)).ToReading(),
            KieTaskApi.Aleph => (await GetAlephTaskAsync(taskId, cancellationToken).ConfigureAwait(false)).ToReading(),
            KieTaskApi.Modify => (await GetModifyTaskAsync(taskId, cancellationToken).ConfigureAwait(false)).ToReading(),
            _ => throw new ArgumentOutOfRangeException(nameof(api), api, "KIE.ai has no such API."),
        };
        return reading.TaskId.Length > 0 ? reading : reading with { TaskId = taskId };
    }

    /// <summary>Reads a task until it is over, and answers it when it succeeded. Creates nothing, so it may be called as often as you like.</summary>
    /// <remarks>
    /// The first read is made at once, the next ones by <see cref="KieWaitOptions.Cadence"/>. Faults that pass are waited out within the budget,
    /// with growing pauses or as long as KIE asks: 408, 429, 455, 5xx, network, pages instead of answers, answers cut short. A missing
    /// record is one of them right after creation. States that this version does not know are read on.
    /// </remarks>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told each reading.</param>
    /// <returns>A reading with state <see cref="KieTaskState.Success"/> and a result.</returns>
    /// <exception cref="KieTaskFailedException">The task is over and made nothing.</exception>
    /// <exception cref="KieTaskTimeoutException">The budget is used up; the task may still succeed.</exception>
    /// <exception cref="KieTaskUnreadableException">KIE refuses to tell, definitely.</exception>
    public async Task<KieTaskReading> WaitAsync(
        KieTaskApi api, string taskId, KieWaitOptions? options = null, IProgress<KieTaskReading>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(taskId);
        options ??= new();
        var ending = new KieTaskEnding(options, progress);
        var wait = new KieWait<KieTaskReading>(
            taskId, options, options.Cadence ?? KieWaitOptions.DocumentedCadence, _time, stop => ReadAsync(api, taskId, stop), ending.Settle);
        return await KieWaitSpan.MeasureAsync(api.ToString(), taskId, _time, () => wait.RunAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Asks for a finished Veo video at 1080p until it is ready. Faults and budget as in <see cref="WaitAsync"/>.</summary>
    /// <exception cref="KieTaskTimeoutException">The budget is used up; it may still become ready.</exception>
    /// <exception cref="KieTaskUnreadableException">KIE refuses, definitely.</exception>
    public Task<KieVeoUpgrade> WaitVeo1080pAsync(
        string taskId, int index = 0, KieWaitOptions? options = null, CancellationToken cancellationToken = default) =>
        WaitUpgradeAsync("Veo1080p", taskId, options, stop => GetVeo1080pAsync(taskId, index, stop), cancellationToken);

    /// <summary>Asks for a finished Veo video in 4K until it is ready. Faults and budget as in <see cref="WaitAsync"/>.</summary>
    /// <exception cref="KieTaskTimeoutException">The budget is used up; it may still become ready.</exception>
    /// <exception cref="KieTaskUnreadableException">KIE refuses, definitely: there is no 4K of some videos.</exception>
    public Task<KieVeoUpgrade> WaitVeo4kAsync(
        KieVeo4kRequest request, KieWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WaitUpgradeAsync("Veo4k", request.TaskId ?? "", options, stop => GetVeo4kAsync(request, stop), cancellationToken);
    }

    private Task<KieVeoUpgrade> WaitUpgradeAsync(
        string name, string taskId, KieWaitOptions? options, Func<CancellationToken, Task<KieVeoUpgrade>> readAsync, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(taskId);
        options ??= new();
        var wait = new KieWait<KieVeoUpgrade>(
            taskId, options, options.Cadence ?? KieWaitOptions.UpgradeCadence, _time, readAsync, (upgrade, _) => upgrade.IsReady);
        return KieWaitSpan.MeasureAsync(name, taskId, _time, () => wait.RunAsync(cancellationToken));
    }
}
