using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KieAi.AspNetCore;

/// <summary>Serves the KIE.ai video API.</summary>
public static class KieApi
{
    /// <summary>
    /// Maps the jobs calls, the Veo calls, the balance and the stream upload. Every answer is HTTP 200 with KIE's envelope, refusals too.
    /// JSON bodies may have 1 MB, uploads 500 MB.
    /// </summary>
    public static IEndpointConventionBuilder MapKieApi(this IEndpointRouteBuilder endpoints, IKieBackend backend)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(backend);
        var api = new KieEndpoints(backend);
        var group = endpoints.MapGroup("");
        group.MapPost("/api/v1/jobs/createTask", Guarded(backend, api.CreateTaskAsync, KieEnvelope.NoAccess));
        group.MapGet("/api/v1/jobs/recordInfo", Guarded(backend, api.FindTaskAsync, KieEnvelope.NoAccess));
        group.MapPost("/api/v1/veo/generate", Guarded(backend, api.GenerateVeoAsync, KieEnvelope.NoAccess));
        group.MapGet("/api/v1/veo/record-info", Guarded(backend, api.FindVeoTaskAsync, KieEnvelope.NoAccess));
        group.MapGet("/api/v1/chat/credit", Guarded(backend, api.CreditAsync, KieEnvelope.NoAccess));
        group.MapPost("/api/file-stream-upload", Guarded(backend, api.UploadAsync, KieEnvelope.InvalidKey));
        return group;
    }

    private static RequestDelegate Guarded(IKieBackend backend, Func<HttpContext, Task<KieEnvelope>> call, KieEnvelope noAccess)
    {
        var guard = new KieGuard(backend, call, noAccess);
        return guard.InvokeAsync;
    }
}
