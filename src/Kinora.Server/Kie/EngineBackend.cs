using KieAi.AspNetCore;
using Kinora.Core.Accounts;
using Kinora.Server.Auth;
using Microsoft.AspNetCore.Http;

namespace Kinora.Server.Kie;

/// <summary>Opens the account of a Kinora key. Who calls was found out for this request already; the studio's cookie is no key.</summary>
internal sealed class EngineBackend(EngineParts parts, IHttpContextAccessor calls) : IKieBackend
{
    public ValueTask<IKieAccount?> OpenAsync(string? key, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IKieAccount?>(key is not null && calls.HttpContext?.User is { Identity.AuthenticationType: nameof(CredentialKind.ApiKey) } caller
            ? new EngineAccount(caller.AccountId, parts)
            : null);
}
