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
        var group = endpoints.MapGroup("");
        RequestDelegate Guarded(Func<HttpContext, IKieAccount, Task<KieEnvelope>> call, KieEnvelope noAccess) => new KieGuard(backend, call, noAccess).InvokeAsync;
        void Create(string path, Func<HttpContext, IKieAccount, Task<KieEnvelope>> call) => group.MapPost(path, Guarded(call, KieEnvelope.NoAccess));
        void Read(string path, Func<HttpContext, IKieAccount, Task<KieEnvelope>> call) => group.MapGet(path, Guarded(call, KieEnvelope.NoAccess));

        Create("/api/v1/jobs/createTask", KieEndpoints.CreateTaskAsync);
        Read("/api/v1/jobs/recordInfo", KieEndpoints.FindTaskAsync);
        Create("/api/v1/veo/generate", KieEndpoints.GenerateVeoAsync);
        Read("/api/v1/veo/record-info", KieEndpoints.FindVeoTaskAsync);
        Create("/api/v1/runway/generate", KieEndpoints.GenerateRunwayAsync);
        Create("/api/v1/runway/extend", KieEndpoints.ExtendRunwayAsync);
        Read("/api/v1/runway/record-detail", KieEndpoints.FindRunwayTaskAsync);
        Create("/api/v1/aleph/generate", KieEndpoints.GenerateAlephAsync);
        Read("/api/v1/aleph/record-info", KieEndpoints.FindAlephTaskAsync);
        Create("/api/v1/modify/generate", KieEndpoints.GenerateModifyAsync);
        Read("/api/v1/modify/record-info", KieEndpoints.FindModifyTaskAsync);
        Read("/api/v1/chat/credit", KieEndpoints.CreditAsync);
        group.MapPost("/api/file-stream-upload", Guarded(KieEndpoints.UploadAsync, KieEnvelope.InvalidKey));
        return group;
    }
}
