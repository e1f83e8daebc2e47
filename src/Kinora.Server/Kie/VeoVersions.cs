using KieAi;
using KieAi.AspNetCore;
using Kinora.Core.Accounts;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Sandbox;
using Kinora.Sandbox.Tasks;
using Kinora.Server.Wire;

namespace Kinora.Server.Kie;

/// <summary>The 1080p and 4K versions of Veo videos: the first call orders one as a generation of its own, further ones ask for it.</summary>
internal sealed class VeoVersions(EngineDesk desk, EngineWords words, GenerationStore generations)
{
    private const int MostVersions = 100;

    public async Task<KieReply<KieVeo1080p>> FullHdAsync(Requester caller, string taskId, int index, CancellationToken cancellationToken)
    {
        var order = new TaskOrder(
            KieSurface.VeoVersion, CatalogEndpoint.Jobs, KieVeo1080p.CatalogueName, new() { ["taskId"] = taskId, ["index"] = $"{index}" }, null);
        var (refusal, version, _) = await FindOrOrderAsync(caller, order, taskId, index, cancellationToken);
        if (refusal is { } refused) return KieReply.Refused<KieVeo1080p>(refused.Code, refused.Message);
        if (version is not { IsFinal: true }) return WireRefusal.FullHdIsMade;
        return words.Tell(version).Urls is [var url, ..] ? KieReply.Success(new KieVeo1080p { ResultUrl = url }) : WireRefusal.NoFullHd;
    }

    /// <summary>The call that orders it is granted without addresses; while the work lasts, the next ones are refused.</summary>
    public async Task<KieReply<KieVeo4k>> UltraHdAsync(Requester caller, KieVeo4kRequest request, CancellationToken cancellationToken)
    {
        var (taskId, index) = (request.TaskId ?? "", request.Index ?? 0);
        var order = new TaskOrder(
            KieSurface.VeoVersion, CatalogEndpoint.Jobs, KieVeo4kRequest.CatalogueName, new() { ["task_id"] = taskId, ["index"] = index }, request.CallBackUrl);
        var (refusal, version, isNew) = await FindOrOrderAsync(caller, order, taskId, index, cancellationToken);
        if (refusal is { } refused) return KieReply.Refused<KieVeo4k>(refused.Code, refused.Message);
        if (isNew) return KieReply.Success(new KieVeo4k { TaskId = taskId });
        if (version is not { IsFinal: true }) return WireRefusal.UltraHdIsMade;
        return version.Status is GenerationStatus.Succeeded ? KieReply.Success(TaskRecords.Veo4k(words.Tell(version))) : WireRefusal.NoUltraHd;
    }

    // By a key, so that two first calls make one version. One that was asked for elsewhere is as good.
    private async Task<(KieReply<string>? Refusal, Generation? Version, bool IsNew)> FindOrOrderAsync(
        Requester caller, TaskOrder order, string taskId, int index, CancellationToken cancellationToken)
    {
        if (await generations.FindOwnAsync(caller.AccountId, taskId, cancellationToken) is not { } source) return (WireRefusal.NoSource, null, false);
        if (source.Status is not GenerationStatus.Succeeded) return (WireRefusal.UnfinishedSource, null, false);
        if (index < 0 || index >= source.Outputs.Count) return (WireRefusal.OutOfRange("index"), null, false);
        var once = $"{order.Model} {taskId} {index}";
        var known = (await generations.ChildrenAsync(taskId, MostVersions, cancellationToken)).FirstOrDefault(child =>
            child.VariantId == order.Model && (child.Input.Parameters?["index"]?.ToString() ?? "0") == $"{index}");
        if (known is not null) return (null, known, false);
        var reply = await desk.CreateAsync(caller, order, cancellationToken, once);
        return reply.IsSuccess ? (null, await generations.FindAsync(reply.Value!, cancellationToken), true) : (reply, null, false);
    }
}
