namespace KieAi;

public sealed partial class KieClient
{
    /// <summary>Creates an Aleph task on Aleph's own endpoint and answers its id.</summary>
    public Task<string> GenerateAlephAsync(KieAlephRequest request, CancellationToken cancellationToken = default) =>
        CreateAsync("aleph.generate", "/api/v1/aleph/generate", request, KieRequestJsonContext.Default.KieAlephRequest, cancellationToken);

    /// <summary>Reads an Aleph task.</summary>
    public Task<KieAlephTask> GetAlephTaskAsync(string taskId, CancellationToken cancellationToken = default) =>
        FindAsync("aleph.read", "/api/v1/aleph/record-info", taskId, KieJsonContext.Default.KieAlephTask, cancellationToken);
}
