using KieAi.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KieAi.AspNetCore;

/// <summary>Serves the KIE.ai video API.</summary>
public static class KieApi
{
    /// <summary>Maps every call of the KIE.ai video API onto a backend: those of <c>api.kie.ai</c> and of the upload host, on one address.</summary>
    /// <remarks>
    /// Every answer is HTTP 200 with KIE's envelope, whose <c>code</c> decides, refusals too: 401 for the key, 405 for the verb, 400 for a body
    /// that is no JSON, 422 for a field (500 on the jobs API, as KIE has it). JSON bodies may have 1 MB and 32 levels, a file in base64 16 MB, a
    /// streamed one 500 MB. Paths beside these are left to the host; see <see cref="MapKieNotFound"/>.
    /// </remarks>
    /// <returns>All of the calls, for conventions such as a rate limit or CORS.</returns>
    public static IEndpointConventionBuilder MapKieApi(this IEndpointRouteBuilder endpoints, IKieBackend backend)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(backend);
        var group = endpoints.MapGroup("");
        var routes = new KieRoutes(group, backend);
        JobsEndpoints.Map(routes);
        VeoEndpoints.Map(routes);
        RunwayEndpoints.Map(routes);
        ModifyEndpoints.Map(routes);
        ServiceEndpoints.Map(routes);
        CommonEndpoints.Map(routes);
        ModelEndpoints.Map(routes);
        AssetEndpoints.Map(routes);
        UploadEndpoints.Map(routes);
        return group;
    }

    /// <summary>Whether a request is for one of the calls that <see cref="MapKieApi"/> maps.</summary>
    public static bool IsCall(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetEndpoint()?.Metadata.GetMetadata<KieEnvelope>() is not null;
    }

    /// <summary>Refuses a call in the envelope of its host: for what stands before the calls, such as a rate limit.</summary>
    /// <param name="code">One of the codes of kie-api 1.1.</param>
    public static Task RefuseAsync(HttpContext context, int code, string message)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (context.GetEndpoint()?.Metadata.GetMetadata<KieEnvelope>() ?? KieEnvelope.NoAccess).Refuse(code, message).WriteAsync(context);
    }

    /// <summary>
    /// Answers the paths under <c>/api</c> and <c>/client</c> that nothing else of the host answers with code 404 in KIE's envelope. For a host that
    /// serves this API alone; one that has paths of its own there keeps its own way to say that there is no such page.
    /// </summary>
    public static IEndpointConventionBuilder MapKieNotFound(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var group = endpoints.MapGroup("");
        group.MapFallback("/api/{**path}", Answer);
        group.MapFallback("/client/{**path}", Answer);
        return group;

        static Task Answer(HttpContext context) => KieEnvelope.NotFound.WriteAsync(context);
    }
}
