using KieAi;
using KieAi.AspNetCore;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox;

/// <summary>Tasks: made in the words of one API each, and read in them.</summary>
internal sealed partial class KeyedAccount
{
    public Task<KieReply<string>> CreateTaskAsync(KieCreateTaskRequest request, CancellationToken cancellationToken) => parts.Desk.CreateAsync(
        new(TaskApi.Jobs, CatalogEndpoint.Jobs, request.Model, request.Input, request.CallBackUrl) { Body = Json(request, Bodies.KieCreateTaskRequest) });

    public Task<KieReply<string>> CreateServiceTaskAsync(string service, KieServiceRequest request, CancellationToken cancellationToken)
    {
        var (plan, fault) = parts.Services.Read(service, request);
        return plan is null ? Task.FromResult(fault) : parts.Desk.CreateAsync(TaskOrder.Of(plan, request.CallBackUrl));
    }

    public Task<KieReply<KieTask>> FindTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Find(taskId, parts.Words.Jobs, "recordInfo is null", TaskApi.Jobs, TaskApi.Service);

    public Task<KieReply<string>> GenerateVeoAsync(KieVeoRequest request, CancellationToken cancellationToken) => parts.Desk.CreateAsync(
        new(TaskApi.Veo, CatalogEndpoint.Veo, request.Model ?? KieVeoRequest.DefaultModel, Json(request, Bodies.KieVeoRequest), request.CallBackUrl));

    public Task<KieReply<string>> ExtendVeoAsync(KieVeoExtendRequest request, CancellationToken cancellationToken) =>
        request.ReadModel() is { } tier
            ? parts.Desk.CreateAsync(new(
                TaskApi.Veo,
                CatalogEndpoint.Jobs,
                KieVeoExtendRequest.CatalogueName,
                TaskOrder.ExtensionOf(request),
                request.CallBackUrl) { Body = Json(request, Bodies.KieVeoExtendRequest), Continues = tier })
            : Task.FromResult(WireRefusal.OutOfRange("model"));

    public Task<KieReply<KieVeoTask>> FindVeoTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Find(taskId, parts.Words.Veo, "record is null", TaskApi.Veo);

    public Task<KieReply<KieVeo1080p>> FindVeo1080pAsync(string taskId, int index, CancellationToken cancellationToken) =>
        MayRead ? parts.Upgrades.FullHdAsync(taskId, index) : Task.FromResult(WireRefusal.TooManyCalls<KieVeo1080p>());

    public Task<KieReply<KieVeo4k>> FindVeo4kAsync(KieVeo4kRequest request, CancellationToken cancellationToken) =>
        MayRead ? parts.Upgrades.UltraHdAsync(request) : Task.FromResult(WireRefusal.TooManyCalls<KieVeo4k>());

    public Task<KieReply<string>> GenerateRunwayAsync(KieRunwayRequest request, CancellationToken cancellationToken) => parts.Desk.CreateAsync(
        new(TaskApi.Runway, CatalogEndpoint.Runway, KieRunwayRequest.CatalogueName, Json(request, Bodies.KieRunwayRequest), request.CallBackUrl));

    public Task<KieReply<string>> ExtendRunwayAsync(KieRunwayExtendRequest request, CancellationToken cancellationToken) => parts.Desk.CreateAsync(new(
        TaskApi.Runway, CatalogEndpoint.RunwayExtend, KieRunwayExtendRequest.CatalogueName, Json(request, Bodies.KieRunwayExtendRequest), request.CallBackUrl));

    public Task<KieReply<KieRunwayTask>> FindRunwayTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Find(taskId, parts.Words.Runway, "record is null", TaskApi.Runway);

    public Task<KieReply<string>> GenerateAlephAsync(KieAlephRequest request, CancellationToken cancellationToken) => parts.Desk.CreateAsync(
        new(TaskApi.Aleph, CatalogEndpoint.Aleph, KieAlephRequest.CatalogueName, Json(request, Bodies.KieAlephRequest), request.CallBackUrl));

    public Task<KieReply<KieAlephTask>> FindAlephTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Find(taskId, parts.Words.Aleph, "record is null", TaskApi.Aleph);

    public Task<KieReply<string>> GenerateModifyAsync(KieModifyRequest request, CancellationToken cancellationToken) => parts.Desk.CreateAsync(
        new(TaskApi.Modify, CatalogEndpoint.Modify, KieModifyRequest.CatalogueName, Json(request, Bodies.KieModifyRequest), request.CallBackUrl));

    public Task<KieReply<KieModifyTask>> FindModifyTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Find(taskId, parts.Words.Modify, "record is null", TaskApi.Modify);

    private Task<KieReply<T>> Find<T>(string taskId, Func<SandboxTask, T> tell, string missing, params ReadOnlySpan<string> apis) =>
        Task.FromResult(Read(taskId, tell, missing, apis));

    private KieReply<T> Read<T>(string taskId, Func<SandboxTask, T> tell, string missing, ReadOnlySpan<string> apis)
    {
        if (!MayRead) return WireRefusal.TooManyCalls<T>();
        if (parts.Store.Find(taskId) is not { } task || !apis.Contains(task.Api)) return KieReply.Refused<T>(422, missing);

        // Two ways of saying that it is too old: the jobs API has a code for it, the others have a text.
        if (parts.Store.IsExpired(task))
            return task.Api is TaskApi.Jobs or TaskApi.Service ? KieReply.Refused<T>(404, "Task not found") : WireRefusal.Expired<T>();
        if (!parts.Readings.Suffers(taskId, task.Script)) return KieReply.Success(tell(task));

        if (task.Script.ReadAnswer is { } spoiled) parts.Answers.Spoil(spoiled);
        if (task.Script.Read is { } refusal)
        {
            if (refusal.Code == 429) parts.Answers.ComeAgain();
            return KieReply.Refused<T>(refusal.Code, refusal.Message);
        }

        return task.Script.NullRecord ? KieReply.Refused<T>(422, missing) : KieReply.Success(tell(task));
    }
}
