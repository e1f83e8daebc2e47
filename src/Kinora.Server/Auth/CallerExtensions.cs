using Kinora.Core.Accounts;

namespace Kinora.Server.Auth;

internal static class CallerExtensions
{
    extension(ClaimsPrincipal caller)
    {
        /// <summary>The account that the credentials belong to; only behind an endpoint that requires them.</summary>
        public string AccountId => caller.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("The endpoint is open.");

        /// <summary>What the caller came with; only behind an endpoint that requires it.</summary>
        public Credential Credential => (caller.Identity as CallerIdentity)?.Credential ?? throw new InvalidOperationException("The endpoint is open.");

        /// <summary>Hash of the session that the caller came with; null for a key.</summary>
        public string? SessionHash => (caller.Identity as CallerIdentity)?.Credential is { Kind: CredentialKind.Session } session ? session.Hash : null;

        /// <summary>The key that was used, or that began the session; null for a session that none began.</summary>
        public string? KeyId => (caller.Identity as CallerIdentity)?.Credential.KeyId;

        /// <summary>The account and the key, as who asks for generations.</summary>
        public Requester Requester => new(caller.AccountId, caller.KeyId);
    }
}
