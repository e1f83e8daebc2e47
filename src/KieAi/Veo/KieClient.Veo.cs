using System.Globalization;

namespace KieAi;

public sealed partial class KieClient
{
    /// <summary>Creates a Veo task and answers its id.</summary>
    public Task<string> GenerateVeoAsync(KieVeoRequest request, CancellationToken cancellationToken = default) =>
        CreateAsync("veo.generate", "/api/v1/veo/generate", request, KieRequestJsonContext.Default.KieVeoRequest, cancellationToken);

    /// <summary>Creates a task that continues a finished Veo task, and answers its id; it is read as any Veo task.</summary>
    public Task<string> ExtendVeoAsync(KieVeoExtendRequest request, CancellationToken cancellationToken = default) =>
        CreateAsync("veo.extend", "/api/v1/veo/extend", request, KieRequestJsonContext.Default.KieVeoExtendRequest, cancellationToken);

    /// <summary>Reads a Veo task, an extension too.</summary>
    public Task<KieVeoTask> GetVeoTaskAsync(string taskId, CancellationToken cancellationToken = default) =>
        FindAsync("veo.read", "/api/v1/veo/record-info", taskId, KieJsonContext.Default.KieVeoTask, cancellationToken);

    /// <summary>Asks for a finished Veo video at 1080p, the first time and every time after. It takes 1 to 3 minutes; ask every 20 to 30 s.</summary>
    /// <param name="index">Which of the task's videos, counted from 0.</param>
    /// <returns>Not ready, or its address. KIE refuses with code 400 while it works; that is no exception here.</returns>
    public Task<KieVeoUpgrade> GetVeo1080pAsync(string taskId, int index = 0, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(taskId);
        var query = string.Create(CultureInfo.InvariantCulture, $"?taskId={Uri.EscapeDataString(taskId)}&index={index}");
        var call = Api("veo.1080p", KieCallKind.Read, "/api/v1/veo/get-1080p-video" + query) with { TaskId = taskId };
        return KieVeoUpgrade.ReadyOrNotAsync(_caller.CallAsync(call, null, KieVeoUpgrade.Read, cancellationToken));
    }

    /// <summary>Asks for a finished Veo video in 4K, the first time and every time after. It takes 5 to 10 minutes; ask every 20 to 30 s.</summary>
    /// <remarks>
    /// KIE may charge for it. As far as is known it does so once for each task and index, so a lost answer is no reason not to ask again.
    /// </remarks>
    /// <returns>Not ready, or its addresses. KIE refuses with code 422 or names no address while it works; that is no exception here.</returns>
    public Task<KieVeoUpgrade> GetVeo4kAsync(KieVeo4kRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var call = Api("veo.4k", KieCallKind.Upgrade, "/api/v1/veo/get-4k-video") with { TaskId = request.TaskId };
        return KieVeoUpgrade.ReadyOrNotAsync(
            PostAsync(call, request, KieRequestJsonContext.Default.KieVeo4kRequest, KieVeoUpgrade.Read, cancellationToken));
    }
}
