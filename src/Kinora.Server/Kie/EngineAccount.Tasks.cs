using KieAi;
using KieAi.AspNetCore;
using Kinora.Sandbox;
using Kinora.Sandbox.Tasks;
using Kinora.Server.Wire;

namespace Kinora.Server.Kie;

/// <summary>Tasks: made in the words of one API each, and read in those of every API that fits.</summary>
internal sealed partial class EngineAccount
{
    public Task<KieReply<string>> CreateTaskAsync(KieCreateTaskRequest request, CancellationToken cancellationToken) => CreateAsync(
        new(KieSurface.Jobs, CatalogEndpoint.Jobs, request.Model, request.Input, request.CallBackUrl) { Body = Json(request, Bodies.KieCreateTaskRequest) },
        cancellationToken);

    public Task<KieReply<string>> CreateServiceTaskAsync(string service, KieServiceRequest request, CancellationToken cancellationToken)
    {
        var (plan, fault) = parts.Services.Read(service, request);
        return plan is null
            ? Task.FromResult(fault)
            : parts.Desk.AcceptAsync(caller, KieSurface.Service, plan.Variant, plan.Input,
                TaskOrder.ServiceBody(plan, request.CallBackUrl), request.CallBackUrl, cancellationToken);
    }

    public Task<KieReply<KieTask>> FindTaskAsync(string taskId, CancellationToken cancellationToken) =>
        FindAsync(taskId, TaskRecords.Jobs, "recordInfo is null", [], cancellationToken);

    public Task<KieReply<string>> GenerateVeoAsync(KieVeoRequest request, CancellationToken cancellationToken) => CreateAsync(
        new(KieSurface.Veo, CatalogEndpoint.Veo, request.Model ?? KieVeoRequest.DefaultModel, Json(request, Bodies.KieVeoRequest), request.CallBackUrl), cancellationToken);

    // Kinora knows what it continues: the tier that KIE asks for again is only checked.
    public Task<KieReply<string>> ExtendVeoAsync(KieVeoExtendRequest request, CancellationToken cancellationToken) => request.ReadModel() is null
        ? Task.FromResult(WireRefusal.OutOfRange("model"))
        : CreateAsync(
            new(KieSurface.Veo, CatalogEndpoint.Jobs, KieVeoExtendRequest.CatalogueName, TaskOrder.ExtensionOf(request), request.CallBackUrl)
            {
                Body = Json(request, Bodies.KieVeoExtendRequest),
            },
            cancellationToken);

    public Task<KieReply<KieVeoTask>> FindVeoTaskAsync(string taskId, CancellationToken cancellationToken) =>
        FindAsync(taskId, TaskRecords.Veo, "record is null", [KieSurface.Veo, CatalogEndpoint.Veo], cancellationToken);

    public Task<KieReply<KieVeo1080p>> FindVeo1080pAsync(string taskId, int index, CancellationToken cancellationToken) =>
        parts.Versions.FullHdAsync(caller, taskId, index, cancellationToken);

    public Task<KieReply<KieVeo4k>> FindVeo4kAsync(KieVeo4kRequest request, CancellationToken cancellationToken) =>
        parts.Versions.UltraHdAsync(caller, request, cancellationToken);

    public Task<KieReply<string>> GenerateRunwayAsync(KieRunwayRequest request, CancellationToken cancellationToken) => CreateAsync(
        new(KieSurface.Runway, CatalogEndpoint.Runway, KieRunwayRequest.CatalogueName, Json(request, Bodies.KieRunwayRequest), request.CallBackUrl), cancellationToken);

    public Task<KieReply<string>> ExtendRunwayAsync(KieRunwayExtendRequest request, CancellationToken cancellationToken) => CreateAsync(
        new(KieSurface.Runway, CatalogEndpoint.RunwayExtend, KieRunwayExtendRequest.CatalogueName, Json(request, Bodies.KieRunwayExtendRequest), request.CallBackUrl),
        cancellationToken);

    public Task<KieReply<KieRunwayTask>> FindRunwayTaskAsync(string taskId, CancellationToken cancellationToken) =>
        FindAsync(taskId, TaskRecords.Runway, "record is null", [KieSurface.Runway, CatalogEndpoint.Runway, CatalogEndpoint.RunwayExtend], cancellationToken);

    public Task<KieReply<string>> GenerateAlephAsync(KieAlephRequest request, CancellationToken cancellationToken) => CreateAsync(
        new(KieSurface.Aleph, CatalogEndpoint.Aleph, KieAlephRequest.CatalogueName, Json(request, Bodies.KieAlephRequest), request.CallBackUrl), cancellationToken);

    public Task<KieReply<KieAlephTask>> FindAlephTaskAsync(string taskId, CancellationToken cancellationToken) =>
        FindAsync(taskId, TaskRecords.Aleph, "record is null", [KieSurface.Aleph, CatalogEndpoint.Aleph], cancellationToken);

    public Task<KieReply<string>> GenerateModifyAsync(KieModifyRequest request, CancellationToken cancellationToken) => CreateAsync(
        new(KieSurface.Modify, CatalogEndpoint.Modify, KieModifyRequest.CatalogueName, Json(request, Bodies.KieModifyRequest), request.CallBackUrl), cancellationToken);

    public Task<KieReply<KieModifyTask>> FindModifyTaskAsync(string taskId, CancellationToken cancellationToken) =>
        FindAsync(taskId, TaskRecords.Modify, "record is null", [KieSurface.Modify, CatalogEndpoint.Modify], cancellationToken);

    private Task<KieReply<string>> CreateAsync(TaskOrder order, CancellationToken cancellationToken) => parts.Desk.CreateAsync(caller, order, cancellationToken);

    /// <param name="apis">The surfaces and the endpoints of models whose generations the call tells; none for all.</param>
    private async Task<KieReply<T>> FindAsync<T>(
        string taskId, Func<ToldTask, T> tell, string missing, string[] apis, CancellationToken cancellationToken) =>
        await parts.Generations.FindOwnAsync(caller.AccountId, taskId, cancellationToken) is { } generation && (apis is [] || parts.Words.IsOf(generation, apis))
            ? KieReply.Success(tell(parts.Words.Tell(generation)))
            : KieReply.Refused<T>(422, missing);
}
