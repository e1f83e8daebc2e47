using System.Net;
using Kinora.Core.Accounts;
using Kinora.Core.Storage;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Authorization;

namespace Kinora.Server.Auth;

/// <summary>Holds callers to what their key may do, and sessions to what the key may do that began them.</summary>
internal sealed class KeyRules(RequestDelegate next, ApiKeyStore keys, AccountStore accounts)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.User.Identity is CallerIdentity { Credential: var credential } && context.GetEndpoint() is { } endpoint
            && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            && (Refusal(credential, endpoint, context) ?? await WholeRefusalAsync(credential, endpoint, context.RequestAborted)) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    public static ProblemResult? AddressRefusal(Credential credential, IPAddress? address)
    {
        if (credential.AllowedIps.Count == 0 || AddressRange.Contain(credential.AllowedIps, address)) return null;
        var from = address is null ? "an unknown address" : AddressRange.Plain(address).ToString();
        return ProblemResult.Of(
            403, ProblemCodes.AddressNotAllowed, $"This key may not be used from {from}. Add the address to the key's allowedIps, or use another key.");
    }

    private static ProblemResult? Refusal(Credential credential, Endpoint endpoint, HttpContext context)
    {
        if (AddressRefusal(credential, context.Connection.RemoteIpAddress) is { } refusal) return refusal;
        if (credential.Scope is KeyScope.Admin) return null;
        var needed = KeyNeeds.Of(endpoint, context.Request.Method);
        return credential.Scope >= needed ? null : ScopeRefusal(needed, credential.Scope);
    }

    private static ProblemResult ScopeRefusal(KeyScope needed, KeyScope has)
    {
        var (wanted, own) = (KeyMapping.Word(needed), KeyMapping.Word(has));
        return new(ProblemResult.Of(403, ProblemCodes.ScopeNeeded, $"This needs a key with the scope {wanted}; this key has {own}.").Value with { Scope = wanted });
    }

    private async Task<ProblemResult?> WholeRefusalAsync(Credential credential, Endpoint endpoint, CancellationToken cancellationToken)
    {
        if (credential.KeyId is not { } id || endpoint.Metadata.GetMetadata<WholeKeyNeed>() is null) return null;
        var (key, account) = (await keys.FindAsync(credential.AccountId, id, cancellationToken), await accounts.FindAsync(credential.AccountId, cancellationToken));
        return key is not null && account is not null && key.Limits.AreNoneFor(account.Role)
            ? null
            : ProblemResult.Of(
                403, ProblemCodes.KeyLimited,
                "A key with limits (scope, caps, addresses or expiry) makes and changes no keys. Sign in to the studio by a link, or use a key without limits.");
    }
}
