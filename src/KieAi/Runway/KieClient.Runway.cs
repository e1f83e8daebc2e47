namespace KieAi;

public sealed partial class KieClient
{
    /// <summary>Creates a Runway task on Runway's own endpoint and answers its id.</summary>
    public Task<string> GenerateRunwayAsync(KieRunwayRequest request, CancellationToken cancellationToken = default) =>
        CreateAsync("runway.generate", "/api/v1/runway/generate", request, KieRequestJsonContext.Default.KieRunwayRequest, cancellationToken);

    /// <summary>Creates a task that continues a finished Runway task, and answers its id; it is read as any Runway task.</summary>
    public Task<string> ExtendRunwayAsync(KieRunwayExtendRequest request, CancellationToken cancellationToken = default) =>
        CreateAsync("runway.extend", "/api/v1/runway/extend", request, KieRequestJsonContext.Default.KieRunwayExtendRequest, cancellationToken);

    /// <summary>Reads a Runway task, an extension too.</summary>
    public Task<KieRunwayTask> GetRunwayTaskAsync(string taskId, CancellationToken cancellationToken = default) =>
        FindAsync("runway.read", "/api/v1/runway/record-detail", taskId, KieJsonContext.Default.KieRunwayTask, cancellationToken);
}
