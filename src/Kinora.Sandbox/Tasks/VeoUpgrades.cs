using KieAi;
using KieAi.AspNetCore;
using Kinora.Sandbox.Files;

namespace Kinora.Sandbox.Tasks;

/// <summary>The 1080p and 4K versions of Veo videos: the first call orders one and is charged, further ones ask for it.</summary>
internal sealed class VeoUpgrades(TaskDesk desk, TaskStore store, TaskWords words, SandboxAddresses addresses) : IDisposable
{
    private const int VideosOfATask = 1;

    // One at a time, so that two first calls make one version.
    private readonly SemaphoreSlim _gate = new(1);

    public async Task<KieReply<KieVeo1080p>> FullHdAsync(string taskId, int index)
    {
        var order = new TaskOrder(
            TaskApi.VeoUpgrade, CatalogEndpoint.Jobs, KieVeo1080p.CatalogueName, new() { ["taskId"] = taskId, ["index"] = $"{index}" }, null);
        var (refusal, version, _) = await FindOrOrderAsync(order, taskId, index);
        if (refusal is { } refused) return KieReply.Refused<KieVeo1080p>(refused.Code, refused.Message);
        if (version is not { IsFinal: true })
            return WireRefusal.FullHdIsMade;
        return version.IsFailed
            ? WireRefusal.NoFullHd
            : KieReply.Success(new KieVeo1080p { ResultUrl = addresses.Video(version) });
    }

    /// <summary>The call that orders it is granted without addresses; while the work lasts, the next ones are refused.</summary>
    public async Task<KieReply<KieVeo4k>> UltraHdAsync(KieVeo4kRequest request)
    {
        var (taskId, index) = (request.TaskId ?? "", request.Index ?? 0);
        var order = new TaskOrder(
            TaskApi.VeoUpgrade, CatalogEndpoint.Jobs, KieVeo4kRequest.CatalogueName, new() { ["task_id"] = taskId, ["index"] = index }, request.CallBackUrl);
        var (refusal, version, isNew) = await FindOrOrderAsync(order, taskId, index);
        if (refusal is { } refused) return KieReply.Refused<KieVeo4k>(refused.Code, refused.Message);
        if (isNew) return KieReply.Success(new KieVeo4k { TaskId = taskId });
        if (version is not { IsFinal: true }) return WireRefusal.UltraHdIsMade;
        return version.IsFailed
            ? WireRefusal.NoUltraHd
            : KieReply.Success(words.Veo4k(version));
    }

    public void Dispose() => _gate.Dispose();

    private async Task<(KieReply<string>? Refusal, SandboxTask? Version, bool IsNew)> FindOrOrderAsync(TaskOrder order, string taskId, int index)
    {
        if (index is < 0 or >= VideosOfATask) return (WireRefusal.OutOfRange("index"), null, false);
        await _gate.WaitAsync();
        try
        {
            if (Find(order.Model, taskId) is { } version) return (null, version, false);
            var reply = await desk.CreateAsync(order);
            return reply.IsSuccess ? (null, store.Find(reply.Value!), true) : (reply, null, false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private SandboxTask? Find(string model, string taskId) => store.All.FirstOrDefault(task =>
        task.Api is TaskApi.VeoUpgrade && task.Model == model && task.Input.Source == taskId && !store.IsExpired(task));
}
