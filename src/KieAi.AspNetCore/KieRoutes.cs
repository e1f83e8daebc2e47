using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KieAi.AspNetCore;

/// <summary>One call: reads its request, asks the account and wraps the reply.</summary>
internal delegate Task<KieEnvelope> KieCall(HttpContext context, IKieAccount account);

/// <summary>Puts calls at paths. A path answers every verb, so that a wrong one gets an envelope too.</summary>
internal sealed class KieRoutes(IEndpointRouteBuilder group, IKieBackend backend)
{
    /// <param name="noAccess">What a wrong key gets, where the call has words of its own.</param>
    public void Get(string path, KieCall call, KieEnvelope? noAccess = null) => Map(HttpMethods.Get, path, call, noAccess ?? KieEnvelope.NoAccess);

    public void Post(string path, KieCall call) => Map(HttpMethods.Post, path, call, KieEnvelope.NoAccess);

    /// <summary>A call of the upload host, which has an envelope of its own.</summary>
    public void Upload(string path, KieCall call) => Map(HttpMethods.Post, path, call, KieEnvelope.InvalidKey);

    private void Map(string verb, string path, KieCall call, KieEnvelope noAccess) =>
        group.Map(path, new KieGuard(backend, verb, call, noAccess).InvokeAsync).WithMetadata(noAccess);
}
