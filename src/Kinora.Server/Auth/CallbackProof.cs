using KieAi;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Webhooks;

namespace Kinora.Server.Auth;

/// <summary>Checks what callbacks must carry beside the token of their address: a secret or a signature, where they are configured.</summary>
internal sealed class CallbackProof(KinoraOptions options, ProviderAccounts accounts, TimeProvider time)
{
    private const string Bearer = "Bearer ";
    private readonly KieCallbackVerifier? _verifier = options.Kie.HmacKey is { } key ? new(key, time) : null;

    /// <param name="given">The secret in the query; it may come as bearer instead.</param>
    /// <param name="expected">Null when no secret is configured.</param>
    public bool Holds(HttpRequest request, string? given, string? expected, string taskId)
    {
        var bearer = request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..] : null;
        if (expected is not null && !Secret.Same(expected, given) && !Secret.Same(expected, bearer)) return false;
        return _verifier is null
            || _verifier.Verify(taskId, request.Headers[KieSignature.TimestampHeader], request.Headers[KieSignature.SignatureHeader]);
    }

    /// <param name="account">The account that the address names. Where it has no secret, the token of the address is all the proof.</param>
    public bool HoldsForReplicate(HttpRequest request, string? account, ReadOnlySpan<byte> body) =>
        accounts.Find(account ?? "")?.Account is { Provider: ProviderNames.Replicate } known
        && (known.WebhookSecret is not { } secret || new StandardWebhooks([secret], time).Verify(
            request.Headers[StandardWebhooks.IdHeader], request.Headers[StandardWebhooks.TimestampHeader], request.Headers[StandardWebhooks.SignatureHeader], body));
}
