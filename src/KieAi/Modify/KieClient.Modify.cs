namespace KieAi;

public sealed partial class KieClient
{
    /// <summary>Creates a Luma Modify task and answers its id. KIE has withdrawn the model; the endpoint may refuse.</summary>
    public Task<string> GenerateModifyAsync(KieModifyRequest request, CancellationToken cancellationToken = default) =>
        CreateAsync("modify.generate", "/api/v1/modify/generate", request, KieRequestJsonContext.Default.KieModifyRequest, cancellationToken);

    /// <summary>Reads a Luma Modify task.</summary>
    public Task<KieModifyTask> GetModifyTaskAsync(string taskId, CancellationToken cancellationToken = default) =>
        FindAsync("modify.read", "/api/v1/modify/record-info", taskId, KieJsonContext.Default.KieModifyTask, cancellationToken);
}
