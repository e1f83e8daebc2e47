using KieAi.AspNetCore;
using Kinora.Core.Accounts;
using Kinora.Server.Auth;

namespace Kinora.Server.Kie;

/// <summary>Opens the account of a Kinora key. Who calls was found out for this request already; the studio's cookie is no key.</summary>
/// <param name="parts">Made at the first call: what cannot be used is told by the start's own checks, not by the making of the door.</param>
internal sealed class EngineBackend(Lazy<EngineParts> parts, IHttpContextAccessor calls) : IKieBackend
{
    public ValueTask<IKieAccount?> OpenAsync(string? key, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IKieAccount?>(key is not null && calls.HttpContext?.User is { Identity.AuthenticationType: nameof(CredentialKind.ApiKey) } caller
            ? new EngineAccount(caller.Requester, parts.Value)
            : null);
}
