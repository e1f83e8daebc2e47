using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KieAi.AspNetCore;

/// <summary>Serves the KIE.ai video API.</summary>
public static class KieApi
{
    /// <summary>
    /// Maps the calls of the jobs API, Veo, Runway, Aleph and Luma Modify, the balance and the stream upload. Every answer is HTTP 200
    /// with KIE's envelope, refusals too. JSON bodies may have 1 MB, uploads 500 MB.
    /// </summary>
    public static IEndpointConventionBuilder MapKieApi(this IEndpointRouteBuilder endpoints, IKieBackend backend)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(backend);
        var api = new KieEndpoints(backend);
        var group = endpoints.MapGroup("");
        RequestDelegate Guarded(Func<HttpContext, Task<KieEnvelope>> call, KieEnvelope noAccess) => new KieGuard(backend, call, noAccess).InvokeAsync;
        void Create(string path, Func<HttpContext, Task<KieEnvelope>> call) => group.MapPost(path, Guarded(call, KieEnvelope.NoAccess));
        void Read(string path, Func<HttpContext, Task<KieEnvelope>> call) => group.MapGet(path, Guarded(call, KieEnvelope.NoAccess));

        Create("/api/v1/jobs/createTask", api.CreateTaskAsync);
        Read("/api/v1/jobs/recordInfo", api.FindTaskAsync);
        Create("/api/v1/veo/generate", api.GenerateVeoAsync);
        Read("/api/v1/veo/record-info", api.FindVeoTaskAsync);
        Create("/api/v1/runway/generate", api.GenerateRunwayAsync);
        Create("/api/v1/runway/extend", api.ExtendRunwayAsync);
        Read("/api/v1/runway/record-detail", api.FindRunwayTaskAsync);
        Create("/api/v1/aleph/generate", api.GenerateAlephAsync);
        Read("/api/v1/aleph/record-info", api.FindAlephTaskAsync);
        Create("/api/v1/modify/generate", api.GenerateModifyAsync);
        Read("/api/v1/modify/record-info", api.FindModifyTaskAsync);
        Read("/api/v1/chat/credit", api.CreditAsync);
        group.MapPost("/api/file-stream-upload", Guarded(api.UploadAsync, KieEnvelope.InvalidKey));
        return group;
    }
}
