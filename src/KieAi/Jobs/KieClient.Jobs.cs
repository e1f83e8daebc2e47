namespace KieAi;

public sealed partial class KieClient
{
    /// <summary>Creates a jobs task and answers its id: accepted, nothing more.</summary>
    public Task<string> CreateTaskAsync(KieCreateTaskRequest request, CancellationToken cancellationToken = default) =>
        CreateAsync("jobs.create", "/api/v1/jobs/createTask", request, KieRequestJsonContext.Default.KieCreateTaskRequest, cancellationToken);

    /// <summary>Reads a jobs task. Right after creation KIE may refuse with code 422, <c>recordInfo is null</c>.</summary>
    public Task<KieTask> GetTaskAsync(string taskId, CancellationToken cancellationToken = default) =>
        FindAsync("jobs.read", "/api/v1/jobs/recordInfo", taskId, KieJsonContext.Default.KieTask, cancellationToken);
}
