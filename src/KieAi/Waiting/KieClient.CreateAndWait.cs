namespace KieAi;

/// <content>
/// Create and wait in one call. The creation is sent once, whatever happens: a <see cref="KieException"/> is about the creation, a
/// <see cref="KieTaskException"/> about a task that exists. The first progress report comes with the task's id as soon as it is known, so
/// that a caller who cancels still has it.
/// </content>
public sealed partial class KieClient
{
    /// <summary>Creates a jobs task and waits for it as <see cref="WaitAsync"/> does. Never creates twice.</summary>
    /// <param name="progress">Told the id as soon as it is known, then each reading.</param>
    /// <exception cref="KieException">The creation failed; <see cref="KieException.Outcome"/> says what it left behind.</exception>
    /// <exception cref="KieTaskException">The task exists and waiting for it gave no result.</exception>
    public Task<KieTaskReading> CreateAndWaitAsync(
        KieCreateTaskRequest request, KieWaitOptions? options = null, IProgress<KieTaskReading>? progress = null,
        CancellationToken cancellationToken = default) =>
        CreateAndWaitAsync(KieTaskApi.Jobs, stop => CreateTaskAsync(request, stop), options, progress, cancellationToken);

    /// <summary>The same with a Veo task.</summary>
    /// <inheritdoc cref="CreateAndWaitAsync(KieCreateTaskRequest, KieWaitOptions, IProgress{KieTaskReading}, CancellationToken)"/>
    public Task<KieTaskReading> CreateAndWaitAsync(
        KieVeoRequest request, KieWaitOptions? options = null, IProgress<KieTaskReading>? progress = null,
        CancellationToken cancellationToken = default) =>
        CreateAndWaitAsync(KieTaskApi.Veo, stop => GenerateVeoAsync(request, stop), options, progress, cancellationToken);

    /// <summary>The same with a Runway task.</summary>
    /// <inheritdoc cref="CreateAndWaitAsync(KieCreateTaskRequest, KieWaitOptions, IProgress{KieTaskReading}, CancellationToken)"/>
    public Task<KieTaskReading> CreateAndWaitAsync(
        KieRunwayRequest request, KieWaitOptions? options = null, IProgress<KieTaskReading>? progress = null,
        CancellationToken cancellationToken = default) =>
        CreateAndWaitAsync(KieTaskApi.Runway, stop => GenerateRunwayAsync(request, stop), options, progress, cancellationToken);

    /// <summary>The same with an Aleph task.</summary>
    /// <inheritdoc cref="CreateAndWaitAsync(KieCreateTaskRequest, KieWaitOptions, IProgress{KieTaskReading}, CancellationToken)"/>
    public Task<KieTaskReading> CreateAndWaitAsync(
        KieAlephRequest request, KieWaitOptions? options = null, IProgress<KieTaskReading>? progress = null,
        CancellationToken cancellationToken = default) =>
        CreateAndWaitAsync(KieTaskApi.Aleph, stop => GenerateAlephAsync(request, stop), options, progress, cancellationToken);

    /// <summary>The same with what another call creates, such as an extension.</summary>
    /// <param name="api">Where the task is read.</param>
    /// <param name="createAsync">Called once; answers the task's id.</param>
    /// <inheritdoc cref="CreateAndWaitAsync(KieCreateTaskRequest, KieWaitOptions, IProgress{KieTaskReading}, CancellationToken)"/>
    public async Task<KieTaskReading> CreateAndWaitAsync(
        KieTaskApi api, Func<CancellationToken, Task<string>> createAsync, KieWaitOptions? options = null,
        IProgress<KieTaskReading>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(createAsync);
        var taskId = await createAsync(cancellationToken).ConfigureAwait(false);
        progress?.Report(new() { Api = api, TaskId = taskId, State = KieTaskState.Waiting });
        return await WaitAsync(api, taskId, options, progress, cancellationToken).ConfigureAwait(false);
    }
}
